import { without } from '../../nodes/kit/record';
import { useVivoMeetings } from '../Iotum/setup';
import { TRIGGER, TRIGGERS, triggerWorkflow } from '../Iotum/triggerWorkflow';

/** The webhook secret of the credential. */
export const SECRET = 'vivomeetings-own-random-text';

/** A report of an event, and what a workflow starts with. */
export const body = { event: 'conference_end', payload: '{"host_id":52,"conference_id":183}' };
export const parsed = { event: 'conference_end', payload: { host_id: 52, conference_id: 183 } };

/** The triggers with a webhook secret that tests may change. */
export function useWebhookSecret() {
	const vivoMeetings = useVivoMeetings(TRIGGERS);
	/** Changes the webhook secret of the credential; without one it has no such entry. */
	const setSecret = (webhookSecret?: string) => {
		const { engine, credentials } = vivoMeetings();
		const others = without(credentials.vivoMeetingsApi, 'webhookSecret');
		engine.credentials.vivoMeetingsApi =
			webhookSecret === undefined ? others : { ...others, webhookSecret };
	};
	afterEach(() => setSecret(SECRET));
	return {
		vivoMeetings,
		setSecret,
		async published(options = {}) {
			const { engine } = vivoMeetings();
			const active = await engine.activate(triggerWorkflow('vivoMeetingsTrigger', { options }));
			return { active, url: active.urls[TRIGGER] ?? '', logged: engine.logs.length };
		},
	};
}
