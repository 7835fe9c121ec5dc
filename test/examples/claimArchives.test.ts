import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../harness/result';
import { usePlayground } from './setup';

const playground = usePlayground();

const WAYS = ['claim-archives-by-webhook', 'claim-archives-by-polling'];

const files = () => readdirSync(join(playground().folder, 'flexperto', 'archives')).sort();

const state = async (archiveId: string) =>
	(await playground().sandbox.control.flexperto.archives()).find(({ id }) => id === archiveId)
		?.status;

const claims = async () =>
	(await playground().sandbox.control.requests({ path: '*/abandon' })).map(({ path }) =>
		path.split('/').at(-2),
	);

/** Whether an archive was stored, and stored well, with its record, and then claimed. */
async function expectClaimed(archiveId: string): Promise<void> {
	const { sandbox, folder } = playground();
	const archives = await sandbox.control.flexperto.archives();
	const record = archives.find(({ id }) => id === archiveId);
	expect(record?.status).toBe('ABANDONED');
	const file = join(folder, 'flexperto', 'archives', `archive-${archiveId}.zip`);
	const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
	expect(sha256).toBe(record?.sha256CheckSum);
	expect(JSON.parse(readFileSync(file.replace('.zip', '.json'), 'utf8'))).toEqual({
		archiveId,
		conferenceId: record?.subject.conference_id,
		file,
		sha256,
		storedAt: expect.stringMatching(/^20\d\d-.*Z$/),
		record: expect.objectContaining({
			id: archiveId,
			status: 'AVAILABLE',
			sha256CheckSum: sha256,
			subject: record?.subject,
		}),
	});
}

/** Runs the nightly part of a workflow. */
const night = async (workflow: string): Promise<RunResult> =>
	await playground().engine.run(playground().example(workflow), {
		startNode: 'Every Night',
		mode: 'trigger',
	});

describe('claim-archives-by-webhook', () => {
	it('claims each archive that Flexperto reports', async () => {
		const { engine, sandbox, example } = playground();
		const active = await engine.activate(example('claim-archives-by-webhook'));
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2, notify: true });
		const executions = await active.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		for (const id of ids) await expectClaimed(id);
		expect((await claims()).sort()).toEqual(ids.sort());
	});
});

describe('claim-archives-by-polling', () => {
	it('claims what waits, and finds nothing to do at the next look', async () => {
		const { engine, sandbox, example } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 3 });
		const active = await engine.activate(example('claim-archives-by-polling'));
		expect(active.firstTicks[0]?.execution?.status).toBe('success');
		for (const id of ids) await expectClaimed(id);
		// One after the other: an archive is claimed before the next one is fetched.
		expect(await claims()).toEqual(ids);
		const before = files();
		await sandbox.control.clearRequests();
		expect(await active.tick()).toEqual([{ node: 'When an Archive Is Available', emitted: null }]);
		expect(files()).toEqual(before);
		expect(await sandbox.control.requests()).toHaveLength(1);
	});
});

describe.each(WAYS)('%s, at night', (workflow) => {
	it('claims whatever is still available, and nothing when all is claimed', async () => {
		const { sandbox } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2 });
		expect((await night(workflow)).status).toBe('success');
		for (const id of ids) await expectClaimed(id);
		await sandbox.control.clearRequests();
		const { status, outputs } = await night(workflow);
		expect([status, outputs.Settings]).toEqual(['success', undefined]);
		expect(await sandbox.control.requests()).toHaveLength(1);
	});

	it('leaves a damaged archive alone, tells of it, and claims the others', async () => {
		const { sandbox } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 3 });
		const [good = '', damaged = '', alsoGood = ''] = ids;
		await sandbox.control.flexperto.corruptArchive(damaged);
		const { status, error } = await night(workflow);
		expect([status, error?.nodeName]).toEqual(['error', 'Stop and Error']);
		expect(error?.message).toMatch(
			new RegExp(`^Archive ${damaged}: The checksum of "archive-${damaged}.zip" is not the one`),
		);
		for (const id of [good, alsoGood]) await expectClaimed(id);
		expect(await state(damaged)).toBe('AVAILABLE');
		expect(await claims()).toEqual([good, alsoGood]);
		expect(files().join()).not.toContain(damaged);
	});

	it('claims an archive in the next night whose transfer broke off in this one', async () => {
		const { sandbox } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2 });
		const [broken = '', good = ''] = ids;
		// Both attempts at the first archive.
		await sandbox.control.fault({ kind: 'resetMidBody', host: 'storage', times: 2 });
		const { error } = await night(workflow);
		expect(error?.message).toContain(`Archive ${broken}: The transfer of "archive-${broken}.zip"`);
		await expectClaimed(good);
		expect(await claims()).toEqual([good]);

		expect((await night(workflow)).status).toBe('success');
		await expectClaimed(broken);
	});

	it('claims nothing that could not be written to the disk', async () => {
		const { sandbox, folder } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2 });
		rmSync(join(folder, 'flexperto', 'archives'), { recursive: true });
		const { status, error } = await night(workflow);
		expect(status).toBe('error');
		for (const id of ids) expect(error?.message).toContain(`Archive ${id}: `);
		expect(await claims()).toEqual([]);
		for (const id of ids) expect(await state(id)).toBe('AVAILABLE');
	});

	it('claims nothing whose file on the disk is not the one on record', async () => {
		const { engine, sandbox, example } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives();
		const pinData = {
			'Checksum of Stored File': [{ json: { storedSha256: '0'.repeat(64) }, pairedItem: 0 }],
		};
		const run = await engine.run(example(workflow), { startNode: 'Every Night', pinData });
		expect(run.error?.message).toBe(
			`Archive ${ids[0]}: The file on the disk is not the one on record`,
		);
		expect(await claims()).toEqual([]);
	});

	it('claims what an execution that was cut short has stored, without fetching or writing it again', async () => {
		const { sandbox, folder } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2 });
		const [stored = '', other = ''] = ids;
		await sandbox.control.fault({ kind: 'status', status: 503, path: '*/abandon', times: 2 });
		await night(workflow);
		// The other one's file is cut off.
		const file = (id: string) => join(folder, 'flexperto', 'archives', `archive-${id}.zip`);
		truncateSync(file(other), 100);
		const { ino, mtimeMs } = statSync(file(stored));
		await sandbox.control.clearRequests();

		expect((await night(workflow)).status).toBe('success');
		for (const id of ids) await expectClaimed(id);
		expect(statSync(file(stored))).toMatchObject({ ino, mtimeMs });
		const downloads = await sandbox.control.requests({ path: '*/download' });
		expect(downloads.map(({ path }) => path.split('/').at(-2))).toEqual([other]);
	});

	it('keeps the file of an archive whose claim failed, and tells of it', async () => {
		const { sandbox } = playground();
		const { ids } = await sandbox.control.flexperto.createArchives({ count: 2 });
		const [failing = '', good = ''] = ids;
		const path = `*/${failing}/abandon`;
		await sandbox.control.fault({ kind: 'status', status: 503, path });
		const { error } = await night(workflow);
		expect(error?.message).toMatch(new RegExp(`^Archive ${failing}: Flexperto failed`));
		await expectClaimed(good);
		expect(files()).toEqual(
			[...ids].sort().flatMap((id) => [`archive-${id}.json`, `archive-${id}.zip`]),
		);
		// Asked once only: whether the first request was carried out is unknown.
		expect(await claims()).toEqual(ids);
	});
});
