import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const BY_HAND = 'When clicking ‘Execute workflow’';

const COLUMNS =
	'agent,login,tickets,answered,smsInvitations,emailInvitations,calls,minutes,photos,videos';

const vendor = () => playground().sandbox.control.apizee;
const folder = () => join(playground().folder, 'apizee', 'reports');

/** The lines of a report without the sign of its encoding. */
const table = (week: string) =>
	readFileSync(join(folder(), `assistance-${week}.csv`), 'utf8')
		.replace('\uFEFF', '')
		.trim()
		.split('\n');

/** Runs the report for a week of one's choice, as its note tells. */
const report = async (monday: string) =>
	await playground().engine.run(
		withSettings(playground().example('weekly-assistance-report'), { monday }),
		{ startNode: BY_HAND },
	);

const statistics = async () =>
	await playground().sandbox.control.requests({ vendor: 'apizee', path: '*/tickets-stats' });

describe('weekly-assistance-report', () => {
	it('writes the figures of each agent, in one request', async () => {
		const { agent, secondAgent } = playground().sandbox.apizee;
		const figures = { calls: 2, seconds: 600 };
		const [first] = await vendor().addTickets({ start: '2026-02-03T09:00:00Z', figures });
		await vendor().addTickets({
			start: '2026-02-04T09:00:00Z',
			figures: { calls: 1, seconds: 95 },
		});
		await vendor().addTickets({ start: '2026-02-05T09:00:00Z' });
		await vendor().addTickets({ agentId: secondAgent.id, start: '2026-02-06T09:00:00Z', figures });
		const ticketId = first?.id ?? 0;
		await vendor().addMedias({ ticketId, mediaType: 'image', count: 3 });
		await vendor().addMedias({ ticketId });
		expect((await report('2026-02-02')).status).toBe('success');
		expect(table('2026-W06')).toEqual([
			COLUMNS,
			`Alice Agent,${agent.username},3,2,0,0,3,12,3,1`,
			`Bruno Agent,${secondAgent.username},1,1,0,0,2,10,0,0`,
		]);
		expect((await statistics()).map(({ query }) => query)).toEqual([
			{ format: 'JSON', since: '2026-02-02', until: '2026-02-09' },
		]);
	});

	it('counts the invitations that were sent', async () => {
		const { engine, example } = playground();
		// A ticket of now, by SMS.
		await engine.run(example('assistance-ticket'), { startNode: BY_HAND });
		const monday = DateTime.now().setZone('Europe/Paris').startOf('week');
		await report(monday.toISODate() ?? '');
		expect(table(monday.toFormat("kkkk-'W'WW"))[1]).toMatch(/^Alice Agent,.*,1,0,1,0,0,0,0,0$/);
	});

	it('counts a ticket in the week in which it began in Paris, also when Apizee sends more', async () => {
		await vendor().addTickets({ start: '2026-02-01T23:30:00Z' });
		await vendor().addTickets({ start: '2026-02-08T22:30:00Z' });
		for (const start of ['2026-02-01T22:30:00Z', '2026-02-08T23:30:00Z']) {
			await vendor().addTickets({ start });
		}
		await report('2026-02-02');
		expect(table('2026-W06')[1]).toMatch(/^Alice Agent,.*,2,0,/);
		const rows = { 'Get Statistics': await rowsOf('2026-02-01', '2026-02-10') };
		const workflow = playground().example('weekly-assistance-report');
		const monday = withSettings(workflow, { monday: '2026-02-02' });
		await playground().engine.run(monday, { startNode: BY_HAND, pinData: rows });
		expect(rows['Get Statistics']).toHaveLength(4);
		expect(table('2026-W06')[1]).toMatch(/^Alice Agent,.*,2,0,/);
	});

	it('writes the same file when it runs again', async () => {
		await vendor().addTickets({ start: '2026-02-03T09:00:00Z' });
		await report('2026-02-02');
		const before = table('2026-W06');
		await report('2026-02-02');
		expect([readdirSync(folder()), table('2026-W06')]).toEqual([
			['assistance-2026-W06.csv'],
			before,
		]);
	});

	it('lets no name become a formula of a spreadsheet', async () => {
		const [user] = await vendor().addUsers({ name: '=SUM(A1:A9)' });
		await vendor().addTickets({ agentId: user?.id, start: '2026-02-03T09:00:00Z' });
		await report('2026-02-02');
		expect(table('2026-W06')[1]).toMatch(/^'=SUM\(A1:A9\),'=sum/);
	});

	it('writes nothing for a week without tickets, nor when the statistics cannot be read', async () => {
		expect((await report('2026-02-02')).status).toBe('success');
		await vendor().addTickets({ start: '2026-02-03T09:00:00Z' });
		const path = '*/tickets-stats';
		await playground().sandbox.control.fault({ kind: 'status', status: 403, path });
		const { status, error } = await report('2026-02-02');
		expect([status, error?.nodeName]).toEqual(['error', 'Get Statistics']);
		expect(readdirSync(folder())).toEqual([]);
	});

	it('takes the week before by itself', async () => {
		const last = DateTime.now().setZone('Europe/Berlin').minus({ weeks: 1 });
		const start = last.startOf('week').plus({ days: 2, hours: 9 }).toUTC().toISO() ?? '';
		await vendor().addTickets({ start });
		const { engine, example } = playground();
		const monday = { startNode: 'Every Monday', mode: 'trigger' as const };
		expect((await engine.run(example('weekly-assistance-report'), monday)).status).toBe('success');
		const name = `assistance-${last.toFormat("kkkk-'W'WW")}.csv`;
		expect(existsSync(join(folder(), name))).toBe(true);
	});
});

/** The statistics of a period as the node hands them on. */
async function rowsOf(since: string, until: string) {
	const { engine, example } = playground();
	const { nodes, connections, ...rest } = example('weekly-assistance-report');
	const asked = nodes.map((node) =>
		node.name === 'Get Statistics'
			? { ...node, parameters: { ...node.parameters, since, until } }
			: node,
	);
	const { outputs } = await engine.run(
		{ ...rest, nodes: asked, connections: { ...connections, 'Get Statistics': { main: [] } } },
		{ startNode: BY_HAND },
	);
	return outputs['Get Statistics']?.[0] ?? [];
}
