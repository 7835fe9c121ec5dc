import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** The statistics of a week become a table with a row for each agent. */
export async function reportAssistance(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { apizee } = sandbox.control;
	const { agent, secondAgent } = sandbox.apizee;
	report.chapter(
		'Apizee: the assistance of a week for controlling',
		'examples/weekly-assistance-report.workflow.json',
		'Last week Alice Agent assisted three customers, twelve minutes each, Bruno Agent one, whom he did not reach. The week before had a ticket as well.',
	);
	const target = join(folder, 'apizee', 'reports');
	const monday = DateTime.now().setZone('Europe/Berlin').minus({ weeks: 1 }).startOf('week');
	const at = (time: object) => monday.plus(time).toUTC().toISO() ?? '';
	const figures = { calls: 1, seconds: 720 };
	const mine = { agentId: agent.id, state: 'closed', figures } as const;
	const [ticket] = await apizee.addTickets({ ...mine, start: at({ days: 0, hours: 0 }) });
	await apizee.addTickets({ ...mine, start: at({ days: 2, hours: 9 }) });
	await apizee.addTickets({ ...mine, start: at({ days: 6, hours: 23 }) });
	await apizee.addTickets({ ...mine, start: at({ days: -1, hours: 23 }) });
	await apizee.addTickets({ agentId: secondAgent.id, start: at({ days: 3, hours: 14 }) });
	await apizee.addMedias({ ticketId: ticket?.id, mediaType: 'image', count: 2 });

	const run = await engine.run(example('weekly-assistance-report'), {
		startNode: 'Every Monday',
		mode: 'trigger',
	});
	const name = `assistance-${monday.toFormat("kkkk-'W'WW")}.csv`;
	report.node(run, 'Get Statistics', 'one for each ticket, in one request');
	report.node(run, 'Figures of Agent', 'Alice Agent, Bruno Agent');
	report.node(run, 'Write Report to Disk', name);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	report.check(
		'The figures of each agent are right, and of that week only',
		readFileSync(join(target, name), 'utf8').replace('\uFEFF', '').trim().split('\n'),
		[
			'agent,login,tickets,answered,smsInvitations,emailInvitations,calls,minutes,photos,videos',
			`Alice Agent,${agent.username},3,3,0,0,3,36,2,0`,
			`Bruno Agent,${secondAgent.username},1,0,0,0,0,0,0,0`,
		],
	);
	await checkQuota(playground, report);
}

/** Checks what the Apizee workflows have spent of the ten requests that each user has in a minute. */
async function checkQuota({ sandbox }: Playground, report: Report): Promise<void> {
	const { users } = await sandbox.control.apizee.quota();
	const asked = await sandbox.control.requests({ vendor: 'apizee', host: 'api' });
	const downloads = asked.filter(({ path }) => path.startsWith('/media/'));
	report.say(
		'Apizee takes ten requests a minute from each user. One user invites, the other files and reports.',
	);
	const spent = users.map(({ requests }) => requests);
	report.check(
		`The three workflows spent ${spent.join(' and ')} requests, sign-ins included, and ${downloads.length} downloads`,
		[...spent, downloads.length],
		[5, 7, 2],
	);
	report.check(
		'Apizee turned none away',
		users.map(({ refused }) => refused),
		[0, 0],
	);
	const times = asked.map(({ arrivedAt }) => arrivedAt);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
	report.check('None had to wait for the next minute', seconds < 60, true);
}
