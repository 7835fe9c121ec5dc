import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** The call records of a month become two tables. */
export async function reportCalls(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { vivoMeetings } = sandbox.control;
	report.chapter(
		'VivoMeetings: the calls of a month for controlling',
		'examples/call-report.workflow.json',
		'Last month Hanna Host has held three conferences with 60 people each, Henry Host one of half an hour alone. VivoMeetings gives 100 records at a time.',
	);
	const target = join(folder, 'vivomeetings', 'calls');
	const last = new Date();
	last.setUTCDate(0);
	const month = last.toISOString().slice(0, 7);
	const { hostId, secondHostId } = sandbox.vivoMeetings.fixtures;
	const start = `${month}-10T09:00:00Z`;
	await vivoMeetings.addConferences({ hostId, held: true, count: 3, guests: 59, start });
	const short = { duration: 30, start: `${month}-12T09:00:00Z` };
	await vivoMeetings.addConferences({ hostId: secondHostId, held: true, ...short });
	const run = await engine.run(example('call-report'), {
		startNode: 'On the First of the Month',
		mode: 'trigger',
	});
	const asked = await sandbox.control.requests({ vendor: 'vivoMeetings', path: '*/host/cdrs' });
	report.node(run, 'Get Hosts', 'all of the company');
	report.node(run, 'Get Call Records', `in ${asked.length} requests`);
	report.node(run, 'Totals by Host', 'Hanna Host, Henry Host');
	report.node(run, 'Write Totals to Disk', `totals-${month}.csv`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const lines = (name: string) =>
		readFileSync(join(target, name), 'utf8').replace('\uFEFF', '').trim().split('\n');
	report.check(
		'The table of calls has all 181, each once',
		new Set(lines(`calls-${month}.csv`).slice(1)).size,
		181,
	);
	report.check('The totals are right: conferences, calls, minutes', lines(`totals-${month}.csv`), [
		'host,hostEmail,conferences,calls,minutes',
		'Hanna Host,hanna.host@vivomeetings.example,3,180,10800',
		'Henry Host,henry.host@vivomeetings.example,1,1,30',
	]);
}
