import { TRIGGERS_WITH_OAUTH2 } from '../../Iotum/pollingAccount';
import { useVivoMeetings } from '../../Iotum/setup';
import { actsOf, missing } from './enterprise/acts';
import { playAll } from './matrix';

const vivoMeetings = useVivoMeetings(TRIGGERS_WITH_OAUTH2);

playAll({
	vendor: 'VivoMeetings',
	acts: actsOf('vivoMeetings', 'VivoMeetings'),
	missing: missing.vivoMeetings,
	own: {
		401: 'does not accept the session that it has just opened',
		403: 'allows this only to company admins',
	},
	setup: () => ({
		...vivoMeetings(),
		credentialTypes: ['vivoMeetingsApi', 'vivoMeetingsOAuth2Api'],
		unused: 'webhookSecret',
	}),
});
