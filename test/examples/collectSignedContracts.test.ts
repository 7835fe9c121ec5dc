import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const NIGHT = { startNode: 'Each Night', mode: 'trigger' as const };

const folder = () => join(playground().folder, 'flexperto', 'collected');
const files = () => readdirSync(folder()).sort();

const filesOf = (id: number) =>
	['-audit-report.pdf', '.json', '.zip'].map((end) => `contract-session-${id}${end}`);

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** New contract sessions, of which the given number is signed. */
async function sessions(count: number, signed = count): Promise<number[]> {
	const { flexperto } = playground().sandbox.control;
	const expert = await flexperto.createUser();
	const views = await flexperto.createSessions({
		count,
		expertId: expert.id,
		documents: 2,
		handedOver: true,
	});
	const ids = views.map(({ session }) => session.id);
	for (const id of ids.slice(0, signed)) await flexperto.signSession(id);
	return ids;
}

const night = async (workflow = playground().example('collect-signed-contracts')) =>
	await playground().engine.run(workflow, NIGHT);

const downloads = async () =>
	(await playground().sandbox.control.requests({ vendor: 'flexperto', host: 'api' })).filter(
		({ path }) => /sessions\/\d+\//.test(path),
	);

describe('collect-signed-contracts', () => {
	it('stores each completed session with its audit report and a record', async () => {
		const [one = 0, other = 0, open = 0] = await sessions(3, 2);
		expect((await night()).status).toBe('success');
		expect(files()).toEqual([one, other].flatMap(filesOf));
		expect(files().join()).not.toContain(`session-${open}`);
		const documents = join(folder(), `contract-session-${one}.zip`);
		const auditReport = join(folder(), `contract-session-${one}-audit-report.pdf`);
		const record = readFileSync(join(folder(), `contract-session-${one}.json`), 'utf8');
		expect(JSON.parse(record)).toEqual({
			sessionId: one,
			name: `Contract ${one}`,
			customer: expect.stringContaining('@'),
			documents,
			documentsSha256: sha256(documents),
			auditReport,
			auditReportSha256: sha256(auditReport),
			storedAt: expect.stringMatching(/^20\d\d-.*Z$/),
		});
	});

	it('fetches nothing twice, and the next night what was signed since', async () => {
		const [first = 0, second = 0] = await sessions(2, 1);
		await night();
		await playground().sandbox.control.clearRequests();
		expect((await night()).status).toBe('success');
		expect(await downloads()).toEqual([]);
		await playground().sandbox.control.flexperto.signSession(second);
		await night();
		expect(files()).toEqual([first, second].flatMap(filesOf));
	});

	it('goes on when one fails, turns red, and has it the night after', async () => {
		const [failing = 0, fine = 0] = await sessions(2);
		const path = `*/sessions/${failing}/audit-report`;
		// Both attempts of the node.
		await playground().sandbox.control.fault({ kind: 'status', status: 409, path, times: 2 });
		const { status, error } = await night();
		expect([status, error?.nodeName]).toEqual(['error', 'Stop and Error']);
		expect(error?.message).toMatch(new RegExp(`^Contract session ${failing}: Flexperto reports`));
		expect(error?.message).not.toContain(`Contract session ${fine}`);
		expect(files()).toEqual([`contract-session-${failing}.zip`, ...filesOf(fine)]);
		expect((await night()).status).toBe('success');
		expect(files()).toEqual([failing, fine].flatMap(filesOf));
	});

	it('looks no further back than its note says', async () => {
		await sessions(1);
		const workflow = playground().example('collect-signed-contracts');
		expect((await night(withSettings(workflow, { days: '0' }))).status).toBe('success');
		expect(files()).toEqual([]);
	});

	it('tells of a folder that does not exist', async () => {
		const [id] = await sessions(1);
		rmSync(folder(), { recursive: true });
		const { error } = await night();
		expect(error?.message).toBe(`Contract session ${id}: The file or directory does not exist`);
	});
});
