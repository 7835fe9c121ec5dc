import axios from 'axios';
import { CASE_SYSTEM_KEY, startCaseSystem, type CaseSystem } from '../../scripts/demoCaseSystem';
import type { WorkflowJson } from '../harness/run';
import { usePlayground } from './setup';

const playground = usePlayground();

const TRIGGER = 'When a Case Needs Assistance';

let cases: CaseSystem;
beforeEach(async () => {
	cases = await startCaseSystem();
});
afterEach(async () => await cases.close());

const vendor = () => playground().sandbox.control.apizee;

/** The example with the address of the case system entered, as its note tells, and without pauses. */
const workflow = (): WorkflowJson =>
	JSON.parse(
		JSON.stringify(playground().example('assistance-ticket'))
			.replace('https://cases.example.com', cases.url)
			.replace('"waitBetweenTries":5000', '"waitBetweenTries":0'),
	);

const REPORT = {
	caseNumber: 'CASE-1042',
	agent: 'alice.agent@apizee.example',
	customer: 'John Doe',
	phone: '+33 6 12 34 56 78',
	email: 'john.doe@example.com',
};

/** Publishes the workflow; the case system then sends its cases one after the other. */
async function reported(reports: object[], key = CASE_SYSTEM_KEY.value) {
	const active = await playground().engine.activate(workflow());
	const answers: number[] = [];
	for (const report of reports) {
		const { status } = await axios.post(active.urls[TRIGGER] ?? '', report, {
			proxy: false,
			headers: { [CASE_SYSTEM_KEY.name]: key },
			validateStatus: () => true,
		});
		answers.push(status);
		await active.executions();
	}
	await active.deactivate();
	return { answers, executions: await active.executions() };
}

/** What Apizee was asked, beside sign-ins and what they are needed for. */
const asked = async () =>
	(await playground().sandbox.control.requests({ vendor: 'apizee' }))
		.filter(({ path, status }) => !path.endsWith('/token') && status !== 401)
		.map(({ method, path }) => `${method} ${path}`);

const ticketOf = async (reference: string) =>
	(await vendor().tickets()).filter((ticket) => ticket.reference === reference);

describe('assistance-ticket', () => {
	it('opens a ticket for a reported case, invites the customer by SMS, and gives the case the link', async () => {
		const { answers, executions } = await reported([REPORT]);
		expect(answers).toEqual([200]);
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		const [ticket, ...others] = await ticketOf('CASE-1042');
		expect(others).toEqual([]);
		const { agent, url } = playground().sandbox.apizee;
		expect(ticket).toMatchObject({ agentId: agent.id, state: 'invited', name: 'John Doe' });
		expect(await vendor().invitations()).toEqual([
			expect.objectContaining({ objectId: ticket?.id, channel: 'sms', to: '+33612345678' }),
		]);
		expect(cases.updates).toEqual([
			{
				caseNumber: 'CASE-1042',
				assistance: {
					caseNumber: 'CASE-1042',
					ticketId: ticket?.id,
					ticketIsNew: true,
					ticketState: 'invited',
					agentLink: expect.stringMatching(
						new RegExp(`^${url}/entrypoint/\\d+/tickets/${ticket?.id}$`),
					),
				},
			},
		]);
		expect(await asked()).toEqual(['GET /api/tickets', 'POST /api/tickets']);
	});

	it('gives a case that is reported again the ticket it has, and invites nobody twice', async () => {
		await reported([REPORT, { ...REPORT, customer: 'John A. Doe' }]);
		const [ticket, ...others] = await ticketOf('CASE-1042');
		expect(others).toEqual([]);
		expect(await vendor().invitations()).toHaveLength(1);
		const [first, second] = cases.updates.map(({ assistance }) => assistance);
		expect(second).toEqual({ ...first, ticketIsNew: false });
		const requests = ['GET /api/tickets', 'POST /api/tickets', 'GET /api/tickets'];
		expect(await asked()).toEqual([...requests, `GET /api/tickets/${ticket?.id}`]);
	});

	it('invites by e-mail when there is no phone number', async () => {
		await reported([{ ...REPORT, phone: undefined }]);
		expect(await vendor().invitations()).toEqual([
			expect.objectContaining({ channel: 'email', to: 'john.doe@example.com' }),
		]);
	});

	it('tells the case why there is no ticket, and turns red', async () => {
		const { answers, executions } = await reported([{ ...REPORT, phone: '0612345678' }]);
		expect(answers).toEqual([200]);
		const problem = expect.stringMatching(
			/^"?Phone"? has "0612345678", which does not begin with \+ and the country code/,
		);
		expect(cases.updates).toEqual([
			{ caseNumber: 'CASE-1042', assistance: { caseNumber: 'CASE-1042', problem } },
		]);
		expect(executions.map(({ status, error }) => [status, error?.message])).toEqual([
			['error', expect.stringMatching(/^CASE-1042: "?Phone"? has "0612345678"/)],
		]);
		expect(await ticketOf('CASE-1042')).toEqual([]);
		expect(await asked()).toEqual([]);
	});

	it('opens nothing for a report without the key', async () => {
		const { answers, executions } = await reported([REPORT], 'a guess');
		expect([answers, executions]).toEqual([[403], []]);
		expect(await vendor().invitations()).toEqual([]);
	});

	it('shows the link when it is tried by hand, and leaves the case system alone', async () => {
		const { engine } = playground();
		const startNode = 'When clicking ‘Execute workflow’';
		const { status, outputs } = await engine.run(workflow(), { startNode });
		expect(status).toBe('success');
		const [ticket] = await ticketOf('CASE-1042');
		expect(outputs['Link for the Case']?.[0]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({ ticketId: ticket?.id, ticketIsNew: true }),
		]);
		expect(cases.updates).toEqual([]);
	});

	it('has a case in hand again whose system could not be reached, when it is reported once more', async () => {
		await cases.close();
		const { executions } = await reported([REPORT]);
		expect(executions.map(({ status }) => status)).toEqual(['error']);
		cases = await startCaseSystem();
		await reported([REPORT]);
		expect(cases.updates).toMatchObject([{ assistance: { ticketIsNew: false } }]);
		expect(await ticketOf('CASE-1042')).toHaveLength(1);
	});
});
