import { without } from '../../nodes/kit/record';
import { useApizee } from './setup';
import { newLogs, published as publish, send, UNAUTHORIZED } from './triggerWorkflow';

const apizee = useApizee();

const HEADER = 'X-Webhook-Secret';
const SECRET = 'apizee-own-long-random-text';

afterEach(() => {
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

const body = () => ({
	event: 'update',
	time: Date.now(),
	object: 'ticket',
	objectId: 82070,
	props: { state: 'done' },
});

async function published() {
	const logged = apizee().engine.logs.length;
	return { ...(await publish(apizee())), logged };
}

describe('a delivery with the secret in the custom header', () => {
	it('starts the workflow, which does not get the secret', async () => {
		const { vendor } = apizee();
		const { active, logged } = await published();
		expect(await vendor.sendEvent({ object: 'media', event: 'create' })).toMatchObject([
			{ status: 200, headers: { [HEADER]: SECRET } },
		]);
		const executions = await active.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		expect(JSON.stringify(executions)).not.toContain(SECRET);
		expect(newLogs(apizee(), logged)).toEqual([]);
	});

	test.each([
		['x-webhook-secret', HEADER],
		['X-WEBHOOK-SECRET', HEADER],
		[HEADER, 'x-webhook-secret'],
		[HEADER, '  X-Webhook-SECRET  '],
		['authorization', 'Authorization'],
		['x_secret', 'X_Secret'],
	])('sent as "%s" is found by the name "%s"', async (sent, webhookHeaderName) => {
		const { engine, credentials } = apizee();
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, webhookHeaderName };
		const { active, url } = await published();
		expect((await send(url, body(), { [sent]: SECRET })).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});

describe('a delivery without it is turned away', () => {
	test.each<[string, Record<string, string | string[]>]>([
		['no header', {}],
		['an empty one', { [HEADER]: '' }],
		['a blank one', { [HEADER]: '   ' }],
		['another one', { [HEADER]: 'something else' }],
		['another one of the same length', { [HEADER]: SECRET.replace('l', 'L') }],
		['the text "undefined"', { [HEADER]: 'undefined' }],
		['the text "null"', { [HEADER]: 'null' }],
		['its beginning', { [HEADER]: SECRET.slice(0, -1) }],
		['more than it', { [HEADER]: `${SECRET}x` }],
		['it in other letters', { [HEADER]: SECRET.toUpperCase() }],
		['it twice', { [HEADER]: [SECRET, SECRET] }],
		['it and a wrong one', { [HEADER]: [SECRET, 'wrong'] }],
		['a wrong one and it', { [HEADER]: ['wrong', SECRET] }],
		['it as Bearer', { authorization: `Bearer ${SECRET}` }],
		['it with Bearer before it', { [HEADER]: `Bearer ${SECRET}` }],
		['it under another name', { 'X-Webhook-Secrets': SECRET }],
		['it under the name of another vendor', { 'x-signing-token': SECRET }],
	])('%s', async (_case, headers) => {
		const { active, url, logged } = await published();
		expect(await send(url, body(), headers)).toEqual(UNAUTHORIZED);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(apizee(), logged)).toEqual([]);
	});

	test('the secret in the address or the body', async () => {
		const { active, url, logged } = await published();
		for (const address of [`${url}?${HEADER}=${SECRET}`, `${url}?secret=${SECRET}`]) {
			expect(await send(address, body())).toEqual(UNAUTHORIZED);
		}
		expect(await send(url, { ...body(), [HEADER]: SECRET })).toEqual(UNAUTHORIZED);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(apizee(), logged)).toEqual([]);
	});

	test('before it is read: also what is no report, and nothing is asked or remembered', async () => {
		const { control } = apizee();
		const { active, url } = await published();
		for (const content of [{ nothing: true }, [], 'null', '', 'x'.repeat(900_000)]) {
			const headers = { 'content-type': typeof content === 'string' ? 'text/plain' : '*/*' };
			expect(await send(url, content, headers)).toEqual(UNAUTHORIZED);
		}
		const report = body();
		expect(await send(url, report)).toEqual(UNAUTHORIZED);
		expect((await send(url, report, { [HEADER]: SECRET })).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
		expect(await control.requests()).toEqual([]);
	});
});

describe('after the credential has lost its secret or its header, nothing starts', () => {
	const wrong: Array<Record<string, string>> = [
		{},
		{ [HEADER]: '' },
		{ [HEADER]: '   ' },
		{ [HEADER]: 'undefined' },
		{ undefined: 'undefined' },
		{ undefined: SECRET },
	];

	test.each<['webhookSecret' | 'webhookHeaderName', string | undefined, typeof wrong]>([
		['webhookSecret', '', [...wrong, { [HEADER]: SECRET }]],
		['webhookSecret', '   ', [...wrong, { [HEADER]: SECRET }]],
		['webhookSecret', undefined, [...wrong, { [HEADER]: SECRET }]],
		['webhookHeaderName', '', wrong],
		['webhookHeaderName', '   ', wrong],
	])('%s is %j', async (entry, value, deliveries) => {
		const { engine, credentials } = apizee();
		const { active, url } = await published();
		const others = without(credentials.apizeeApi, entry);
		engine.credentials.apizeeApi = value === undefined ? others : { ...others, [entry]: value };
		for (const headers of deliveries) {
			expect(await send(url, body(), headers)).toEqual(UNAUTHORIZED);
		}
		expect(await active.executions()).toEqual([]);
	});
});
