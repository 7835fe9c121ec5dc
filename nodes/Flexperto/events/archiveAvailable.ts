import { polledEvent } from '../../kit/event';
import { seen } from '../../kit/seen';
import { getAll } from '../archive/getAll';

/** Only what is available is remembered, so the memory stays small however long the history is. */
export const archiveAvailable = polledEvent({
	name: 'Archive Available',
	description: 'An archive is ready to be downloaded and claimed',
	docs: 'seed 000, "Polling the API on regular schedule"',
	fields: {},
	includesExisting: true,
	async look(tools, _values, state) {
		const before = seen(state);
		const list = await tools.all(getAll, { filters: { status: 'AVAILABLE' } });
		const found = list.records.filter(({ id }) => !before.has(String(id)));
		const ids = list.records.map(({ id }) => String(id));
		return { found, state: before.next(ids, list) };
	},
});
