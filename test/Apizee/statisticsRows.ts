import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ApizeeSetup } from './setup';

/** The rows that come when the vendor answers with these. */
export async function rows(
	{ run, control }: ApizeeSetup,
	body: unknown,
	options: INodeParameters = {},
): Promise<IDataObject[]> {
	await control.fault({ kind: 'status', status: 200, path: '*/tickets-stats', body });
	const { json, error } = await run('ticket.getStatistics', {
		inputs: {
			since: '2023-07-13',
			until: '2023-07-14',
			options: { enterpriseId: '1', ...options },
		},
	});
	expect(error).toBeUndefined();
	return json;
}
