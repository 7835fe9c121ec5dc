import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../harness/result';
import { usePlayground } from './setup';

const playground = usePlayground();

const BY_HAND = 'When clicking ‘Execute workflow’';

const vendor = () => playground().sandbox.control.iotum;
const folder = () => join(playground().folder, 'iotum', 'recordings');
const files = () => readdirSync(folder()).sort();

/** A conference of the last days whose recordings are still being processed. */
async function recorded(count: number) {
	const [conference] = await vendor().addConferences({ held: true, subject: 'Portfolio review' });
	const conferenceId = conference?.id ?? 0;
	const recordings = await vendor().addRecordings(conferenceId, {
		count,
		publishingState: 'processing',
	});
	return { conferenceId, ids: recordings.map(({ id }) => id) };
}

const nameOf = (conferenceId: number, id: number) => `conference-${conferenceId}-recording-${id}`;

function expectArchived(conferenceId: number, id: number): void {
	const file = join(folder(), `${nameOf(conferenceId, id)}.mp4`);
	expect(JSON.parse(readFileSync(file.replace('.mp4', '.json'), 'utf8'))).toEqual({
		conferenceId,
		recordingId: id,
		subject: 'Portfolio review',
		type: 'video',
		start: expect.stringMatching(/^20\d\d-.*\+00:00$/),
		end: expect.stringMatching(/^20\d\d-.*\+00:00$/),
		file,
		sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
		archivedAt: expect.stringMatching(/^20\d\d-.*Z$/),
	});
}

/** The workflow is switched on, the recordings are published, and the next look finds them. */
async function publishedAndFound(ids: number[]): Promise<RunResult | undefined> {
	const active = await playground().engine.activate(playground().example('archive-recordings'));
	for (const id of ids) await vendor().publishRecording(id);
	const [tick] = await active.tick();
	const [after] = await active.tick();
	expect(after?.emitted).toBeNull();
	return tick?.execution;
}

describe('archive-recordings', () => {
	it('stores each recording that is published with its record, once', async () => {
		const { conferenceId, ids } = await recorded(2);
		const run = await publishedAndFound(ids);
		expect(run?.status).toBe('success');
		expect(files()).toEqual(
			ids.flatMap((id) => [`${nameOf(conferenceId, id)}.json`, `${nameOf(conferenceId, id)}.mp4`]),
		);
		for (const id of ids) expectArchived(conferenceId, id);
		const links = await playground().sandbox.control.requests({ vendor: 'iotum', host: 'storage' });
		expect(links).toHaveLength(2);
		for (const { headers, body } of links) {
			expect([headers.authorization, body]).toEqual([undefined, undefined]);
		}
	});

	it('goes on with the others when one fails, turns red, and stores that one by hand later', async () => {
		const { sandbox, engine, example } = playground();
		const { conferenceId, ids } = await recorded(2);
		const [broken = 0, good = 0] = ids;
		// Both attempts of the node at the first recording.
		await sandbox.control.fault({ kind: 'resetMidBody', host: 'storage', times: 2 });
		const run = await publishedAndFound(ids);
		expect([run?.status, run?.error?.nodeName]).toEqual(['error', 'Stop and Error']);
		expect(run?.error?.message).toMatch(
			new RegExp(
				`^Recording ${broken} of conference ${conferenceId}: The transfer of .* broke off`,
			),
		);
		expect(run?.error?.message).not.toContain(`Recording ${good}`);
		expectArchived(conferenceId, good);
		expect(files().join()).not.toContain(nameOf(conferenceId, broken));

		const text = JSON.stringify(example('archive-recordings'));
		const numbers = text.replace('12345', String(broken)).replace('183', String(conferenceId));
		const again = await engine.run(JSON.parse(numbers), { startNode: BY_HAND });
		expect(again.status).toBe('success');
		expect(files()).toContain(`${nameOf(conferenceId, broken)}.mp4`);
	});

	it('writes no record of a file that is not on the disk as it was received', async () => {
		const { engine, example } = playground();
		const pinData = {
			'Checksum of Stored File': [{ json: { storedSha256: '0'.repeat(64) }, pairedItem: 0 }],
		};
		const { error } = await engine.run(example('archive-recordings'), {
			startNode: BY_HAND,
			pinData,
		});
		expect(error?.message).toBe(
			'Recording 12345 of conference 183: The file on the disk is not the one that was received',
		);
		expect(files()).toEqual(['conference-183-recording-12345.mp4']);
	});

	it('tells of a folder that does not exist', async () => {
		const { engine, example } = playground();
		rmSync(folder(), { recursive: true });
		const { error } = await engine.run(example('archive-recordings'), { startNode: BY_HAND });
		expect(error?.message).toBe(
			'Recording 12345 of conference 183: The file or directory does not exist',
		);
	});
});
