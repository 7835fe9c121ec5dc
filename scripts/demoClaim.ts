import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../test/harness/result';
import { sha256 } from './demoContracts';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** What the nodes of a workflow that claims archives have handed on. */
export function tell(run: RunResult, report: Report): void {
	const items = (name: string) => run.outputs[name]?.[0] ?? [];
	const values = (name: string, field: string) =>
		items(name)
			.map(({ json }) => String(json[field]).slice(0, 24))
			.join(', ');
	report.node(
		run,
		'Write Archive to Disk',
		items('Download Archive')
			.map(({ json }) => json.fileName)
			.join(', '),
	);
	report.node(
		run,
		'Checksum of Stored File',
		`${values('Checksum of Stored File', 'storedSha256')}...`,
	);
	report.node(
		run,
		'Write Record to Disk',
		`${items('Archive Record')
			.map(({ json }) => `archive-${json.archiveId}.json`)
			.join(', ')}`,
	);
	report.node(run, 'Mark as Claimed', values('Mark as Claimed', 'archiveId'));
	report.blank();
}

/** Checks that an archive is claimed, and was stored as Flexperto has it before. */
export async function checkClaimed(
	{ sandbox, folder }: Playground,
	report: Report,
	id: string,
): Promise<void> {
	const record = (await sandbox.control.flexperto.archives()).find((archive) => archive.id === id);
	report.check(
		`Archive ${id}: Flexperto shows it as ABANDONED, that is claimed`,
		record?.status,
		'ABANDONED',
	);
	const file = join(folder, 'flexperto', 'archives', `archive-${id}.zip`);
	report.check(
		'  its file on the disk has the checksum of Flexperto’s record',
		existsSync(file) ? sha256(readFileSync(file)) : 'there is no file',
		record?.sha256CheckSum,
	);
	if (!existsSync(file)) return;
	const recordFile = file.replace(/zip$/, 'json');
	const kept = JSON.parse(readFileSync(recordFile, 'utf8'));
	report.check(
		'  its record is stored beside the file',
		[kept.archiveId, kept.sha256, kept.file, kept.record.subject],
		[id, record?.sha256CheckSum, file, record?.subject],
	);
	const [claim] = await sandbox.control.requests({ path: `*/${id}/abandon` });
	const stored = Math.max(statSync(file).mtimeMs, statSync(recordFile).mtimeMs);
	report.check(
		'  it was claimed once both had been stored, not before',
		claim !== undefined && Math.floor(stored) <= claim.arrivedAt,
		true,
	);
}
