import { polledEvent } from '../../kit/event';
import { seen } from '../../kit/seen';
import { withIso } from '../../kit/wallTime';
import { history, scope, watched } from './watched';

export const conferenceEnded = polledEvent({
	name: 'Conference Ended',
	description: 'A conference is over',
	docs: 'seed 002, "Hosts" (host/conferences)',
	fields: watched,
	includesExisting: false,
	scope,
	async look(tools, values, state) {
		const before = seen(state?.ended);
		const { conferences, isWhole, since } = await history(values, tools, state);
		const ended = conferences.filter(({ record }) => Boolean(record.end_time));
		const found = ended
			.filter(({ record }) => !before.has(String(record.conference_id)))
			.map(({ hostId, record }) => ({
				host_id: hostId,
				...withIso(record, ['start_time', 'end_time'], 'UTC'),
			}));
		const keys = ended.map(({ record }) => String(record.conference_id));
		return { found, state: { since, ended: before.next(keys, { isWhole }) } };
	},
});
