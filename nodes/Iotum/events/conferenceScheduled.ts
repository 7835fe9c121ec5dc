import type { IDataObject } from 'n8n-workflow';

import { polledEvent } from '../../kit/event';
import { without } from '../../kit/record';
import { seen } from '../../kit/seen';
import { getAll } from '../conference/getAll';
import { timed } from '../conference/fields';
import { hostIds, scope, watched } from './watched';

/** A series counts once, however many of its conferences the vendor lists. */
const keyOf = ({ master_id: master, conference_id: id }: IDataObject) => String(master ?? id);

/** Without what lets somebody in, which a node can ask for where it is needed. */
const shown = (record: IDataObject): IDataObject =>
	without(timed(record), 'moderator_token', 'security_pin');

export const conferenceScheduled = polledEvent({
	name: 'Conference Scheduled',
	description: 'A conference was scheduled; a series counts once',
	docs: 'seed 002, "Fetch All Conferences" (conference/fetch_all)',
	fields: watched,
	includesExisting: false,
	scope,
	async look(tools, values, state) {
		const before = seen(state?.scheduled);
		const scheduled = new Map<string, IDataObject>();
		let isWhole = true;
		for (const hostId of await hostIds(values, tools)) {
			const list = await tools.all(getAll, { hostId, filters: {} });
			for (const record of list.records) {
				const key = keyOf(record);
				if (!scheduled.has(key)) scheduled.set(key, { host_id: hostId, ...shown(record) });
			}
			isWhole &&= list.isWhole;
		}
		const found = [...scheduled].filter(([key]) => !before.has(key)).map(([, record]) => record);
		return { found, state: { scheduled: before.next([...scheduled.keys()], { isWhole }) } };
	},
});
