import { openSession } from './openSession';
import { received } from './requests';
import { useApizee } from './setup';
import { rows } from './statisticsRows';

const apizee = useApizee();

const inputs = {
	since: '2023-07-13',
	until: '2023-07-14',
	options: { enterpriseId: '1', maxRetries: 0 },
};
const REQUEST = 'GET enterprises/1/tickets-stats?format=JSON&since=2023-07-13&until=2023-07-14';

it('gives no items for a day without tickets', async () => {
	const { run } = apizee();
	const { json, status } = await run('ticket.getStatistics', { inputs });
	expect({ json, status }).toEqual({ json: [], status: 'success' });
});

it.each([
	['bare', [{ ID: 1 }, { ID: 2 }]],
	['in an envelope like those of other lists', { total: 2, data: [{ ID: 1 }, { ID: 2 }] }],
])('reads rows that come %s', async (_, body) => {
	expect(await rows(apizee(), body)).toEqual([{ id: 1 }, { id: 2 }]);
});

it.each([
	['a record without rows', { total: 0 }],
	['a record whose rows are none', { data: 'none' }],
	[
		'rows that are no records',
		[
			['ID', 'Ref'],
			[1, 2],
		],
	],
	['a row that is no record', [{ ID: 1 }, 'end']],
	['a number', 0],
])('does not take %s for an empty day', async (_, body) => {
	const { run, control } = apizee();
	await control.fault({ kind: 'status', status: 200, path: '*/tickets-stats', body });
	const { error, json } = await run('ticket.getStatistics', { inputs });
	expect(json).toEqual([]);
	expect(error).toMatchObject({
		message: 'Apizee sent something that is not a list of statistics [item 0]',
		description: 'Try again later; if it stays so, ask the vendor about "tickets-stats".',
	});
});

it.each([
	['text', { status: 200, body: 'ID;Ref' }, 'sent an answer that is incomplete', 200],
	['null', { status: 200, body: null }, 'sent an empty answer', 200],
	['an empty answer', { status: 204 }, 'sent an empty answer', 204],
])('does not take %s for an empty day either', async (_, answer, problem, status) => {
	const { run, control, access } = apizee();
	await control.fault({ kind: 'status', ...answer, path: '*/tickets-stats' });
	const { error } = await run('ticket.getStatistics', { inputs });
	expect(error).toMatchObject({
		message: `Apizee ${problem} [item 0]`,
		description: `Check the address in the credential, and proxies on the way. GET ${access.baseUrl}/enterprises/1/tickets-stats: HTTP ${status}.`,
	});
});

it('refuses a web page', async () => {
	const { run, control, access } = apizee();
	await control.fault({ kind: 'html', path: '*/tickets-stats' });
	const { error } = await run('ticket.getStatistics', { inputs });
	expect(error).toMatchObject({
		message: 'Apizee answered with a web page instead of data [item 0]',
		description: `Check the address in the credential, and proxies on the way. GET ${access.baseUrl}/enterprises/1/tickets-stats: HTTP 200.`,
	});
});

it.each([
	['failed', { kind: 'status', status: 503 } as const],
	['was lost', { kind: 'reset' } as const],
	['was cut off', { kind: 'cutJson' } as const],
])('asks once more when the answer %s', async (_, fault) => {
	const { run, control, vendor } = apizee();
	await openSession(apizee());
	await vendor.addTickets({ start: '2023-07-13T16:00:00Z' });
	await control.fault({ ...fault, path: '*/tickets-stats' });
	const options = { enterpriseId: '1', maxRetries: 1 };
	const { json, error } = await run('ticket.getStatistics', { inputs: { ...inputs, options } });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
	expect(received(await control.requests())).toEqual([REQUEST, REQUEST]);
});
