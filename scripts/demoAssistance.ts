import axios from 'axios';
import type { Active } from '../test/harness/activeWorkflow';
import { openLink } from './demoCalls';
import { CASE_SYSTEM_KEY, startCaseSystem } from './demoCaseSystem';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

export const CASE_NUMBER = 'CASE-1042';

const CASE = {
	caseNumber: CASE_NUMBER,
	agent: 'alice.agent@apizee.example',
	customer: 'John Doe',
	phone: '+33 6 12 34 56 78',
};

/** The case system reports the case, as its program would. */
async function reportCase(workflow: Active, key = CASE_SYSTEM_KEY.value): Promise<number> {
	const { status } = await axios.post(workflow.urls['When a Case Needs Assistance'] ?? '', CASE, {
		proxy: false,
		headers: { [CASE_SYSTEM_KEY.name]: key },
		validateStatus: () => true,
	});
	await workflow.executions();
	return status;
}

/** A support case gets a ticket and its customer an invitation, once, however often it is reported. */
export async function assistCase(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { apizee } = sandbox.control;
	report.chapter(
		'Apizee: a support case gets remote assistance',
		'examples/assistance-ticket.workflow.json',
		'John Doe reports a damaged boiler. His case needs an assistance by video: the case system (simulated as well) reports the case to n8n.',
	);
	const cases = await startCaseSystem();
	const text = JSON.stringify(example('assistance-ticket'));
	const workflow = await engine.activate(
		JSON.parse(text.replace('https://cases.example.com', cases.url)),
	);
	try {
		const guessed = await reportCase(workflow, 'a guess');
		report.check('A report without the key of the case system is turned away', guessed, 403);

		await reportCase(workflow);
		const [run] = await workflow.executions();
		if (!run) throw new Error('The report started nothing');
		const [link] = run.outputs['Link for the Case']?.[0]?.map(({ json }) => json) ?? [];
		report.node(run, 'When a Case Needs Assistance', CASE_NUMBER);
		report.node(run, 'Create or Get Ticket', `ticket ${link?.ticketId}, ${link?.ticketState}`);
		report.node(run, 'Update the Case', String(link?.agentLink));
		report.blank();
		const outcome = [run.status, run.error?.message];
		report.check('The workflow ended well', outcome, ['success', undefined]);
		const invited = async () =>
			(await apizee.invitations()).map(({ channel, to }) => `${channel} to ${to}`);
		const sent = await invited();
		report.check('Apizee sent one invitation, by SMS', sent, ['sms to +33612345678']);
		report.check('The case has the link for its agent', cases.updates, [
			{ caseNumber: CASE_NUMBER, assistance: link },
		]);
		const { status, page } = await openLink(link?.agentLink);
		report.check(
			'The link opens the assistance in Apizee’s portal',
			[status, page.includes('Video assistance')],
			[200, true],
		);

		report.say('John Doe calls again, and the case is reported once more.');
		await reportCase(workflow);
		const [, again] = await workflow.executions();
		if (!again) throw new Error('The second report started nothing');
		report.node(again, 'Create or Get Ticket', `ticket ${link?.ticketId}, which was there`);
		report.blank();
		const tickets = (await apizee.tickets()).filter(({ reference }) => reference === CASE_NUMBER);
		report.check(
			'The case has one ticket',
			tickets.map(({ id }) => id),
			[link?.ticketId],
		);
		report.check('Nobody was invited a second time', await invited(), sent);
		report.check('The case was told the same link', cases.updates[1]?.assistance, {
			...link,
			ticketIsNew: false,
		});
	} finally {
		await workflow.deactivate();
		await cases.close();
	}
}
