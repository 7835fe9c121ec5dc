import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileOf } from '../sandbox/apizee/media/files';
import type { Media } from '../sandbox/apizee/media/types';
import type { RunResult } from '../test/harness/result';
import { CASE_NUMBER } from './demoAssistance';
import { sha256 } from './demoContracts';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** What was photographed and recorded lands in the folder of the case, and nothing lands there twice. */
export async function fillCaseFolder(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { apizee } = sandbox.control;
	report.chapter(
		'Apizee: photos and recordings go into the case folder',
		'examples/case-folder.workflow.json',
		'Alice Agent has assisted John Doe: she took a photo of the boiler and recorded the session. The assistance is over; the recording is still being processed.',
	);
	const target = join(folder, 'apizee', 'cases', CASE_NUMBER);
	mkdirSync(target, { recursive: true });
	const [ticket] = (await apizee.tickets()).filter(({ reference }) => reference === CASE_NUMBER);
	if (!ticket) throw new Error(`There is no ticket of ${CASE_NUMBER}`);
	const ticketId = ticket.id;
	const [photo] = await apizee.addMedias({ ticketId, mediaType: 'image' });
	const [recording] = await apizee.addMedias({
		ticketId,
		status: 'processing',
		place: 'redirect',
		size: 5_000_000,
	});
	if (!photo || !recording) throw new Error('The ticket has no media');
	await apizee.setTicketState(ticketId, 'done');
	const name = ({ id }: Media, ending: string) => `ticket-${ticketId}-media-${id}.${ending}`;
	const stored = () => readdirSync(target).sort();

	const active = await engine.activate(example('case-folder'));
	const [look] = active.firstTicks;
	if (!look?.execution) throw look?.error ?? new Error('The first look started nothing');
	report.node(look.execution, 'When a Ticket Is Done', `ticket ${ticketId} of ${CASE_NUMBER}`);
	tell(look.execution, report);
	report.check('The photo and its record are in the folder of the case', stored(), [
		name(photo, 'jpg'),
		name(photo, 'json'),
	]);
	await checkFiled(photo, join(target, name(photo, 'jpg')), report);

	report.say('The recording is ready, and the night comes.');
	const before = statSync(join(target, name(photo, 'jpg'))).mtimeMs;
	await apizee.setMediaStatus(recording.id, 'completed');
	const night = await engine.run(example('case-folder'), {
		startNode: 'Every Night',
		mode: 'trigger',
	});
	report.node(night, 'Done Lately', `ticket ${ticketId} of ${CASE_NUMBER}`);
	report.node(night, 'Get Media of Ticket', 'the photo and the recording');
	tell(night, report);
	report.check(
		'The recording and its record have come to the folder',
		stored(),
		[
			name(photo, 'jpg'),
			name(photo, 'json'),
			name(recording, 'json'),
			name(recording, 'mp4'),
		].sort(),
	);
	await checkFiled(recording, join(target, name(recording, 'mp4')), report);
	const fetched = await sandbox.control.requests({ path: `*/hash/${photo.hash}` });
	report.check(
		'The photo was not fetched again, nor written',
		[fetched.length, statSync(join(target, name(photo, 'jpg'))).mtimeMs],
		[1, before],
	);
	await active.deactivate();
}

/** What was fetched and written in a run that has to end well. */
function tell(run: RunResult, report: Report): void {
	const written = (node: string) =>
		(run.outputs[node]?.[0] ?? []).map(({ json }) => basename(String(json.fileName))).join(', ');
	report.node(run, 'Write Media to Disk', written('Write Media to Disk'));
	report.node(run, 'Write Record to Disk', written('Write Record to Disk'));
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
}

/** Checks that a file is the one Apizee has, and that the record beside it tells its checksum. */
async function checkFiled(media: Media, file: string, report: Report): Promise<void> {
	const original = await buffer(fileOf(media).open());
	const size = original.length.toLocaleString('en');
	report.check(
		`  the file has the ${size} bytes that Apizee has`,
		existsSync(file) && readFileSync(file).equals(original),
		true,
	);
	const record = JSON.parse(readFileSync(file.replace(/\w+$/, 'json'), 'utf8'));
	report.check(
		'  the record tells the case, the title and the checksum',
		[record.caseNumber, record.title, record.sha256],
		[CASE_NUMBER, media.title, sha256(original)],
	);
}
