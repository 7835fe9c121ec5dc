import { TRIGGERS_WITH_OAUTH2 } from '../../Iotum/pollingAccount';
import { useIotum } from '../../Iotum/setup';
import { actsOf, missing } from './enterprise/acts';
import { playAll } from './matrix';

const iotum = useIotum(TRIGGERS_WITH_OAUTH2);

playAll({
	vendor: 'Iotum',
	acts: actsOf('iotum', 'Iotum'),
	missing: missing.iotum,
	own: {
		401: 'does not accept the session that it has just opened',
		403: 'allows this only to company admins',
	},
	setup: () => ({
		...iotum(),
		credentialTypes: ['iotumApi', 'iotumOAuth2Api'],
		unused: 'signingToken',
	}),
});
