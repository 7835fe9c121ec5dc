import axios from 'axios';
import { openLink } from '../../scripts/demoCalls';
import { CRM_KEY, startCrm, type Person } from '../../scripts/demoCrm';
import { meansToShow } from '../harness/secrets';
import { usePlayground } from './setup';

const playground = usePlayground();

const TRIGGER = 'When the Button Is Clicked';

const ANNA: Person = { email: 'anna.berger@bank.example', firstName: 'Anna', lastName: 'Berger' };
const JOHN: Person = { email: 'john.doe@example.com', firstName: 'John', lastName: 'Doe' };

// n8n's Webhook node hands on the headers of a request, as the workflow's note tells.
beforeEach(() => meansToShow(CRM_KEY.value, 'n8n keeps the headers of a request.'));

const vendor = () => playground().sandbox.control.flexperto;

/** Publishes the workflow; the CRM's server then asks it, once for each body. */
async function asked(bodies: object[], key = CRM_KEY.value) {
	const active = await playground().engine.activate(playground().example('start-video-call'));
	const answers = [];
	for (const body of bodies) {
		const { status, headers, data } = await axios.post(active.urls[TRIGGER] ?? '', body, {
			proxy: false,
			maxRedirects: 0,
			headers: { [CRM_KEY.name]: key },
			validateStatus: () => true,
		});
		answers.push({ status, headers, text: data as unknown });
	}
	const executions = await active.executions();
	await active.deactivate();
	return { answers, executions };
}

const reserved = async () =>
	await playground().sandbox.control.requests({ path: '*/meetings/reserve' });

describe('start-video-call', () => {
	it('leads the adviser’s browser into a call, to which the customer is invited', async () => {
		const active = await playground().engine.activate(playground().example('start-video-call'));
		const crm = await startCrm(active.urls[TRIGGER] ?? '', ANNA, JOHN);
		// As a browser that clicks: it follows the redirect by itself.
		const { status, data, request } = await axios.post<string>(crm.button, '', { proxy: false });
		expect([status, request.method]).toEqual([200, 'GET']);
		expect(data).toContain('You have joined as Anna Berger, the moderator');
		const [invitation, ...others] = await vendor().mails();
		expect(others).toEqual([]);
		expect(invitation).toMatchObject({ kind: 'meeting invitation', to: JOHN.email });
		const opened = await openLink(invitation?.link);
		expect(opened.page).toContain('You have joined as John Doe, a participant');
		await crm.close();
		await active.deactivate();
	});

	it('gives an adviser without an account one, and a call to each click', async () => {
		const { answers, executions } = await asked([
			{ adviser: ANNA, customer: JOHN },
			{ adviser: ANNA, customer: JOHN },
		]);
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		const [anna, ...others] = (await vendor().users()).filter(({ email }) => email === ANNA.email);
		expect([anna?.confirmed, others]).toEqual([true, []]);
		const calls = await reserved();
		expect(calls.map(({ headers }) => headers['x-user-id'])).toEqual(
			calls.map(() => String(anna?.id)),
		);
		const links = answers.map(({ headers }) => headers.location as unknown);
		expect(new Set(links).size).toBe(2);
	});

	it('keeps the link nowhere: neither n8n nor a browser is to store it', async () => {
		const { settings } = playground().example('start-video-call');
		expect(settings).toMatchObject({
			saveDataSuccessExecution: 'none',
			saveManualExecutions: false,
		});
		const { answers } = await asked([{ adviser: ANNA, customer: JOHN }]);
		expect(answers[0]?.headers).toMatchObject({
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
		});
	});

	it('tells the adviser why there is no call, as text, and turns red', async () => {
		const { answers, executions } = await asked([
			{ adviser: { ...ANNA, email: '' }, customer: JOHN },
			{ adviser: ANNA, customer: { ...JOHN, email: '<script>alert(1)</script>' } },
		]);
		for (const { status, headers, text } of answers) {
			expect(status).toBe(502);
			expect(headers).toMatchObject({
				'content-type': 'text/plain; charset=utf-8',
				'x-content-type-options': 'nosniff',
			});
			expect(text).toMatch(/^The video call could not be started\. .*Email/);
		}
		expect(executions.map(({ status, error }) => [status, error?.nodeName])).toEqual(
			answers.map(() => ['error', 'Stop and Error']),
		);
		expect(await reserved()).toEqual([]);
	});

	it.each([
		['an empty e-mail address', { adviser: ANNA, customer: { ...JOHN, email: '' } }],
		['a blank one', { adviser: ANNA, customer: { ...JOHN, email: '  ' } }],
		['none', {}],
	])('starts no call to which nobody is invited: the customer has %s', async (_, body) => {
		const { answers, executions } = await asked([body]);
		const problem = 'The customer has no e-mail address, so nobody would be invited.';
		expect(answers[0]).toMatchObject({
			status: 502,
			text: `The video call could not be started. ${problem}`,
		});
		expect(executions.map(({ error }) => error?.nodeName)).toEqual(['Stop and Error']);
		expect(await reserved()).toEqual([]);
	});

	it('tells the adviser when Flexperto refuses, without the key', async () => {
		const path = '*/meetings/reserve';
		await playground().sandbox.control.fault({ kind: 'status', status: 403, path });
		const { answers, executions } = await asked([{ adviser: ANNA, customer: JOHN }]);
		const { apiKey } = playground().sandbox.flexperto;
		expect(answers[0]?.status).toBe(502);
		expect(answers[0]?.text).toMatch(/^The video call could not be started\. Flexperto /);
		expect(answers[0]?.text).not.toContain(apiKey);
		expect(executions[0]?.error?.message).toMatch(/^anna\.berger@bank\.example: Flexperto /);
	});

	it('does nothing for a request without the key', async () => {
		const { answers, executions } = await asked([{ adviser: ANNA, customer: JOHN }], 'a guess');
		expect([answers[0]?.status, executions]).toEqual([403, []]);
		expect(await vendor().mails()).toEqual([]);
		expect(await reserved()).toEqual([]);
	});
});
