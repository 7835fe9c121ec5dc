import { people } from './createOrGet';
import { openSession } from './openSession';
import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

beforeEach(async () => await openSession(apizee()));

const reference = 'CASE-1';

const createOrGet = async ({ items = 1, user = apizee().access.agent } = {}) =>
	await apizee().run('ticket.createOrGet', {
		inputs: {
			...people,
			reference,
			options: { maxRetries: 0 },
		},
		items: Array.from({ length: items }, (_, number) => ({ number })),
		credentials: {
			apizeeApi: {
				...apizee().credentials.apizeeApi,
				username: user.username,
				password: user.password,
			},
		},
	});

const made = async () =>
	(await apizee().vendor.tickets()).filter((ticket) => ticket.reference === reference);

/** What the vendor was asked, without the queries. */
const asked = async () =>
	received(await apizee().control.requests()).map((request) => request.split('?')[0]);

it('makes one ticket of several items with one reference, worked on at the same time', async () => {
	const { items, status } = await createOrGet({ items: 4 });
	expect(status).toBe('success');
	expect(items.map(({ json, pairedItem }) => [json.id, json.was_created, pairedItem])).toEqual([
		[1000001, true, { item: 0 }],
		[1000001, false, { item: 1 }],
		[1000001, false, { item: 2 }],
		[1000001, false, { item: 3 }],
	]);
	expect(await made()).toHaveLength(1);
	expect((await asked()).filter((request) => request === 'POST tickets')).toHaveLength(1);
});

it('makes one ticket of two workflows that run at the same time', async () => {
	const [one, other] = await Promise.all([createOrGet(), createOrGet()]);
	expect(one.json[0]?.id).toBe(other.json[0]?.id);
	expect([one, other].filter(({ json }) => json[0]?.was_created)).toHaveLength(1);
	expect(await made()).toHaveLength(1);
});

it('makes one ticket of two workflows of different users of the enterprise', async () => {
	const user = apizee().access.secondAgent;
	const [one, other] = await Promise.all([createOrGet(), createOrGet({ user })]);
	expect(one.json[0]?.id).toBe(other.json[0]?.id);
	expect(await made()).toHaveLength(1);
});

it('does not keep the second item from its ticket when the first one fails', async () => {
	const { control, run } = apizee();
	await control.fault({ kind: 'status', status: 400, path: '/api/tickets', method: 'POST' });
	const { json } = await run('ticket.createOrGet', {
		inputs: { ...people, reference },
		items: [{}, {}],
		continueOnFail: true,
	});
	expect(json).toMatchObject([
		{ error: 'Apizee did not accept the request [item 0]' },
		{ reference, was_created: true },
	]);
	expect(await made()).toHaveLength(1);
});
