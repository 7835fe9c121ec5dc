import axios from 'axios';
import { openLink } from './demoCalls';
import { CRM_KEY, startCrm } from './demoCrm';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const ADVISER = { email: 'anna.berger@bank.example', firstName: 'Anna', lastName: 'Berger' };
const CUSTOMER = { email: 'mary.major@example.com', firstName: 'Mary', lastName: 'Major' };

/** A click in the CRM leads the adviser's browser into a video call. */
export async function startVideoCall(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { flexperto } = sandbox.control;
	report.chapter(
		'A button in the CRM starts a video call',
		'examples/start-video-call.workflow.json',
		'Anna Berger has Mary Major on her screen and clicks. The CRM’s server asks n8n, and hands the answer on to her browser.',
	);
	const before = (await flexperto.mails()).length;
	const workflow = await engine.activate(example('start-video-call'));
	const webhook = workflow.urls['When the Button Is Clicked'] ?? '';
	const crm = await startCrm(webhook, ADVISER, CUSTOMER);
	const click = async (maxRedirects: number) =>
		await axios.post<string>(crm.button, '', {
			proxy: false,
			maxRedirects,
			validateStatus: () => true,
		});
	try {
		const { data } = await click(5);
		const welcome = 'You have joined as Anna Berger, the moderator';
		report.check(`Her browser is in the call: “${welcome}”`, data.includes(welcome), true);
		const [invitation, ...others] = (await flexperto.mails()).slice(before);
		report.check(
			'Flexperto has invited the customer by e-mail, and nobody else',
			[invitation?.kind, invitation?.to, others],
			['meeting invitation', CUSTOMER.email, []],
		);
		const { page } = await openLink(invitation?.link);
		const joined = 'You have joined as Mary Major, a participant';
		report.check(`The link in it opens the same call: “${joined}”`, page.includes(joined), true);
		const { status, headers } = await click(0);
		report.check(
			'A second click is led into a call of its own, and no browser is to store the link',
			[status, headers['cache-control'], headers['referrer-policy']],
			[303, 'no-store', 'no-referrer'],
		);
		const guessed = await axios.post(webhook, '', {
			proxy: false,
			headers: { [CRM_KEY.name]: 'a guess' },
			validateStatus: () => true,
		});
		report.check('Who does not have the CRM’s key is turned away', guessed.status, 403);
	} finally {
		await workflow.deactivate();
		await crm.close();
	}
}
