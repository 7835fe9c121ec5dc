import { TRIGGERS_WITH_OAUTH2 } from '../../Iotum/pollingAccount';
import { useVivoMeetings } from '../../Iotum/setup';
import { actsOf } from './enterpriseActs';
import { playAll } from './matrix';

const vivoMeetings = useVivoMeetings(TRIGGERS_WITH_OAUTH2);

playAll({
	vendor: 'VivoMeetings',
	acts: actsOf('vivoMeetings', 'VivoMeetings'),
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
