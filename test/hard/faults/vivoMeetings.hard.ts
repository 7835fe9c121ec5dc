import { VivoMeetingsPollingTrigger } from '../../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetings } from '../../../nodes/VivoMeetings/VivoMeetings.node';
import { withN8nNodes } from '../../setup';
import { useVivoMeetings } from '../../Iotum/setup';
import { actsOf, missing } from './enterprise/acts';
import { playAll } from './matrix';

const vivoMeetings = useVivoMeetings({
	...withN8nNodes,
	nodeTypes: [VivoMeetings, VivoMeetingsPollingTrigger],
});

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
