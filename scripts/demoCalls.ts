import axios from 'axios';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const ADVISER = 'anna.berger@bank.example';

/** What a person sees who opens a link: the status and the words of the page. */
export async function openLink(link: unknown): Promise<{ status: number; page: string }> {
	const { status, data } = await axios.get<string>(String(link), {
		proxy: false,
		validateStatus: () => true,
	});
	const page = data.replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '');
	return { status, page: page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

/** Two appointments become two video calls, their adviser gets one account. */
export async function reserveVideoCalls(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	report.chapter(
		'Video calls for the appointments of the day',
		'examples/reserve-video-calls.workflow.json',
		'The CRM has two appointments, both of the adviser Anna Berger, who has no account at Flexperto yet. Each becomes a video call with a link for her and one for the customer.',
	);
	const workflow = example('reserve-video-calls');
	const run = await engine.run(workflow);
	const [accounts = []] = run.outputs['Provision Adviser'] ?? [];
	const [calls = []] = run.outputs['Links for the CRM'] ?? [];
	const customers = calls.map(({ json }) => json.customer).join(', ');
	report.node(run, 'One Item per Appointment', customers);
	report.node(run, 'Provision Adviser', `account ${accounts[0]?.json.id} of ${ADVISER}`);
	report.node(
		run,
		'Reserve Video Call',
		`calls ${calls.map(({ json }) => json.meetingId).join(' and ')}`,
	);
	report.node(run, 'Links for the CRM', `${shortened(calls[0]?.json.customerLink)} and 3 more`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const ownAccounts = async () =>
		(await sandbox.control.flexperto.users()).filter(({ email }) => email === ADVISER);
	const [account, ...others] = await ownAccounts();
	report.check(
		'Anna Berger has exactly one account',
		[account?.id, others.length],
		[accounts[0]?.json.id, 0],
	);
	report.check('It was created once, for two appointments', made(accounts), [false, true]);
	report.check('Its e-mail address is confirmed', account?.confirmed, true);
	const reserved = await sandbox.control.requests({ path: '*/meetings/reserve' });
	const moderators = reserved.map(({ headers }) => headers['x-user-id']);
	report.check('She moderates both calls', moderators, [String(account?.id), String(account?.id)]);
	const first = await openLink(calls[0]?.json.customerLink);
	const welcome = 'You have joined as John Doe, a participant';
	report.check(
		`The first customer’s link opens the call: “${welcome}”`,
		first.page.includes(welcome),
		true,
	);
	const second = await openLink(calls[1]?.json.customerLink);
	report.check(
		'The second customer’s link is not open yet: “Too early”',
		[second.status, second.page.includes('Too early')],
		[403, true],
	);
	const mails = await sandbox.control.flexperto.mails();
	report.check('Flexperto was told to write no e-mails, and wrote none', mails, []);

	report.say('The workflow runs once more, as it would for the appointments of the next day.');
	const again = await engine.run(workflow);
	const [same = []] = again.outputs['Provision Adviser'] ?? [];
	report.node(again, 'Provision Adviser', `account ${same[0]?.json.id}, which was there`);
	report.blank();
	report.check(
		'No second account was created',
		[made(same), (await ownAccounts()).length],
		[[false, false], 1],
	);
}

/** Whether each item’s account is new, in no order: which of two items comes first is a matter of luck. */
const made = (items: Array<{ json: { created?: unknown } }>) =>
	items.map(({ json }) => json.created === true).sort();

/** A link without the token in it, which signs its owner in. */
const shortened = (link: unknown) => String(link).replace(/(\/join\/.{8}).*/, '$1...');
