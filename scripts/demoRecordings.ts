import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './demoContracts';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** Recordings are stored when they are published, each with a record that has its checksum. */
export async function archiveRecordings(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { iotum } = sandbox.control;
	report.chapter(
		'Iotum: recordings are archived as soon as they are published',
		'examples/archive-recordings.workflow.json',
		'A conference is over, and its two recordings are still being processed. Every 15 minutes the workflow asks for what has been published.',
	);
	const target = join(folder, 'iotum', 'recordings');
	const [conference] = await iotum.addConferences({ held: true, subject: 'Portfolio review' });
	const conferenceId = conference?.id ?? 0;
	const recordings = await iotum.addRecordings(conferenceId, {
		count: 2,
		size: 5_000_000,
		publishingState: 'processing',
	});
	const [first, second] = recordings.map(({ id }) => id);
	const active = await engine.activate(example('archive-recordings'));
	report.check(
		'Nothing is published yet: the first look starts nothing',
		active.firstTicks.map(({ emitted }) => emitted),
		[null],
	);

	report.say('The recordings are published, and the next look comes round.');
	for (const id of [first, second]) await iotum.publishRecording(id ?? 0);
	const [tick] = await active.tick();
	const run = tick?.execution;
	if (!run) throw tick?.error ?? new Error('The look started nothing');
	const checksums = (run.outputs['Checksum of Stored File']?.[0] ?? []).map(({ json }) =>
		String(json.storedSha256).slice(0, 16),
	);
	report.node(run, 'When a Recording Is Published', `${first} and ${second}`);
	report.node(run, 'Write Recording to Disk', '5 MB each');
	report.node(run, 'Checksum of Stored File', `${checksums.join('..., ')}...`);
	report.node(run, 'Write Record to Disk', 'what it is, and the checksum');
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const names = [first, second].map((id) => `conference-${conferenceId}-recording-${id}`);
	report.check(
		'Both recordings and their records are in the folder',
		readdirSync(target).sort(),
		names.flatMap((name) => [`${name}.json`, `${name}.mp4`]).sort(),
	);
	const records = names.map((name) =>
		JSON.parse(readFileSync(join(target, `${name}.json`), 'utf8')),
	);
	report.check(
		'Each record has the checksum of the file beside it',
		records.map((record) => record.sha256),
		names.map((name) => sha256(readFileSync(join(target, `${name}.mp4`)))),
	);
	report.check(
		'and tells which conference it was',
		records.map((record) => [record.conferenceId, record.subject]),
		names.map(() => [conferenceId, 'Portfolio review']),
	);
	const [next] = await active.tick();
	report.check('The look after that finds nothing to do', next?.emitted, null);
	await active.deactivate();
}
