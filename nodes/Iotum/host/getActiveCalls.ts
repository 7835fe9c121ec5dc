import { options } from '../../kit/collection';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import { withIso } from '../../kit/wallTime';
import { host, timeZone } from '../fields';
import { wire } from '../wire';

interface ActiveCalls {
	hostId: number;
	options: { timeZone?: string };
}

export const activeCalls = {
	id: 'conference_id',
	repeatable: true,
	request: ({ hostId, options: { timeZone } }: ActiveCalls) =>
		post(path`/host/active_calls`, { body: wire({ hostId, timeZone }) }),
};

export const getActiveCalls = task({
	name: 'Get Active Calls',
	action: 'Get the active calls of a host',
	description: 'Get the calls that a host takes part in now, one item each',
	docs: 'seed 002, "Hosts" (host/active_calls)',
	fields: { ...host, options: options({ timeZone }) },
	async run(values, tools) {
		const { records } = await tools.all(activeCalls, values);
		const { timeZone = 'UTC' } = values.options;
		return records.map((call) => ({ json: withIso(call, ['start_time'], timeZone) }));
	},
});
