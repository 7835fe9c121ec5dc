import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const BY_HAND = 'When clicking ‘Execute workflow’';

const vendor = () => playground().sandbox.control.vivoMeetings;
const folder = () => join(playground().folder, 'vivomeetings', 'calls');

/** The lines of a table without the sign of its encoding, the first with the names of the columns. */
const table = (name: string) =>
	readFileSync(join(folder(), name), 'utf8').replace('\uFEFF', '').trim().split('\n');

/** Runs the report for a month of one's choice, as its note tells. */
const report = async (month: string) =>
	await playground().engine.run(withSettings(playground().example('call-report'), { month }), {
		startNode: BY_HAND,
	});

describe('call-report', () => {
	it('writes every call of the month and the totals of each host', async () => {
		const { hostId, secondHostId } = playground().sandbox.vivoMeetings.fixtures;
		await vendor().addConferences({ hostId, held: true, start: '2026-02-03T09:00:00Z', guests: 1 });
		await vendor().addConferences({ hostId, held: true, start: '2026-02-27T09:00:00Z' });
		await vendor().addConferences({
			hostId: secondHostId,
			held: true,
			start: '2026-02-10T12:00:00Z',
			duration: 30,
		});
		// In Berlin the first is in February already, the second no longer.
		await vendor().addConferences({ hostId, held: true, start: '2026-01-31T23:30:00Z' });
		await vendor().addConferences({ hostId, held: true, start: '2026-02-28T23:30:00Z' });
		const { status } = await report('2026-02');
		expect(status).toBe('success');

		const [columns, ...calls] = table('calls-2026-02.csv');
		expect(columns).toBe('host,hostEmail,conference,participant,email,start,end,minutes');
		expect(calls).toHaveLength(5);
		expect(calls[0]).toMatch(
			/^Hanna Host,hanna\.host@vivomeetings\.example,\d+,Hanna Host,hanna\.host@vivomeetings\.example,2026-02-01 00:30:00,2026-02-01 01:30:00,60$/,
		);
		expect(table('totals-2026-02.csv')).toEqual([
			'host,hostEmail,conferences,calls,minutes',
			'Hanna Host,hanna.host@vivomeetings.example,3,4,240',
			'Henry Host,henry.host@vivomeetings.example,1,1,30',
		]);
		const asked = await playground().sandbox.control.requests({ path: '*/host/cdrs' });
		for (const { body } of asked) {
			expect(body).toMatchObject({
				start_date: '2026-02-01',
				end_date: '2026-02-28',
				time_zone: 'Europe/Berlin',
			});
		}
	});

	it('reads beyond the 100 records that the vendor gives at a time', async () => {
		const start = '2026-02-03T09:00:00Z';
		await vendor().addConferences({ held: true, count: 3, start, guests: 59 });
		await report('2026-02');
		expect(table('calls-2026-02.csv')).toHaveLength(1 + 180);
		expect(table('totals-2026-02.csv')[1]).toBe(
			'Hanna Host,hanna.host@vivomeetings.example,3,180,10800',
		);
	});

	it('writes the same files when it runs again', async () => {
		await vendor().addConferences({ held: true, start: '2026-02-03T09:00:00Z' });
		const written = async () => {
			await report('2026-02');
			return readdirSync(folder()).map((name) => [name, table(name)]);
		};
		expect(await written()).toEqual(await written());
	});

	it('lets no name become a formula of a spreadsheet', async () => {
		const [conference] = await vendor().addConferences({
			held: true,
			start: '2026-02-03T09:00:00Z',
		});
		const joined = Date.parse('2026-02-03T09:00:00Z');
		const name = '=HYPERLINK("https://evil.example")';
		await vendor().join(conference?.id ?? 0, { name, joined, left: joined + 60_000 });
		await report('2026-02');
		expect(table('calls-2026-02.csv').join('\n')).toContain(
			`"'=HYPERLINK(""https://evil.example"")"`,
		);
	});

	it('writes nothing when one host cannot be read', async () => {
		await vendor().addConferences({ held: true, start: '2026-02-03T09:00:00Z' });
		const path = '*/host/cdrs';
		await playground().sandbox.control.fault({ kind: 'status', status: 403, path, after: 2 });
		const { status, error } = await report('2026-02');
		expect([status, error?.nodeName]).toEqual(['error', 'Get Call Records']);
		expect(readdirSync(folder())).toEqual([]);
	});

	it('takes the month before by itself', async () => {
		const { engine, example } = playground();
		const last = new Date();
		last.setUTCDate(0);
		const month = last.toISOString().slice(0, 7);
		await vendor().addConferences({ held: true, start: `${month}-15T09:00:00Z` });
		const start = { startNode: 'On the First of the Month', mode: 'trigger' as const };
		expect((await engine.run(example('call-report'), start)).status).toBe('success');
		expect(existsSync(join(folder(), `totals-${month}.csv`))).toBe(true);
	});
});
