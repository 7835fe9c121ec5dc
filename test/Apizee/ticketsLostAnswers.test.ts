import { people } from './createOrGet';
import { openSession } from './openSession';
import { failure, received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

beforeEach(async () => await openSession(apizee()));

const reference = 'CASE-1';

const createOrGet = async (ssoLink = false) =>
	await apizee().run('ticket.createOrGet', {
		inputs: { ...people, reference, additionalFields: { ssoLink }, options: { maxRetries: 0 } },
	});

const made = async () =>
	(await apizee().vendor.tickets()).filter((ticket) => ticket.reference === reference);

/** What the vendor was asked, without the queries. */
const asked = async () =>
	received(await apizee().control.requests()).map((request) => request.split('?')[0]);

describe.each([
	['is reset after the work', { kind: 'reset', when: 'after' } as const],
	['is cut off', { kind: 'cutJson' } as const],
	['breaks off', { kind: 'cutBody' } as const],
	['is a failure', { kind: 'status', status: 502, when: 'after' } as const],
	['is a web page', { kind: 'html', when: 'after' } as const],
])('when the answer to the creation %s', (_, fault) => {
	beforeEach(
		async () => await apizee().control.fault({ ...fault, method: 'POST', path: '/api/tickets' }),
	);

	it('finds the ticket that was created and makes no second one', async () => {
		const { json, error } = await createOrGet();
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id: 1000001, reference, state: 'new', was_created: true }]);
		expect(await made()).toHaveLength(1);
		expect(await asked()).toEqual([
			'GET tickets',
			'POST tickets',
			'GET tickets',
			'GET tickets/1000001',
		]);
	});

	it('gives the link that signs in all the same', async () => {
		const { json } = await createOrGet(true);
		expect(json[0]?.sso_url).toMatch(/access_token=eyJ/);
	});
});

it('fails when the creation failed and no ticket turns up, without a second attempt', async () => {
	const { control, access } = apizee();
	await control.fault({ kind: 'status', status: 500, method: 'POST', path: '/api/tickets' });
	const { error } = await createOrGet();
	const { message } = failure(access.baseUrl, 500, 'POST tickets');
	expect(error).toMatchObject({ message: `${message} [item 0]`, httpCode: '500' });
	expect(error?.description).toContain(`POST ${access.baseUrl}/tickets: HTTP 500.`);
	expect(await made()).toEqual([]);
	expect(await asked()).toEqual(['GET tickets', 'POST tickets', 'GET tickets']);
});

it('tells of the creation as well when the look after its lost answer fails', async () => {
	const { control, access } = apizee();
	await control.fault({ kind: 'reset', when: 'after', method: 'POST', path: '/api/tickets' });
	await control.fault({
		kind: 'status',
		status: 500,
		method: 'GET',
		path: '/api/tickets',
		after: 1,
	});
	const { error } = await createOrGet();
	expect(await made()).toHaveLength(1);
	expect(error).toMatchObject({
		message: 'Apizee closed the connection too early [item 0]',
		description: `Try again later. Whether Apizee carried it out is unknown: look before running it again. POST ${access.baseUrl}/tickets: ECONNRESET.`,
	});
	const { json } = await createOrGet();
	expect(json).toMatchObject([{ id: 1000001, was_created: false }]);
});

it.each([400, 403, 404, 409, 422, 429])(
	'does not look again when the vendor refuses the creation with %i',
	async (status) => {
		const { control } = apizee();
		await control.fault({ kind: 'status', status, method: 'POST', path: '/api/tickets' });
		const { error } = await createOrGet();
		expect(error?.httpCode).toBe(String(status));
		expect(await asked()).toEqual(['GET tickets', 'POST tickets']);
		expect(await made()).toEqual([]);
	},
);

it('creates nothing when it cannot tell whether the ticket is there', async () => {
	const { control, access } = apizee();
	await control.fault({ kind: 'status', status: 500, method: 'GET', path: '/api/tickets' });
	const { error } = await createOrGet();
	const { message, description } = failure(access.baseUrl, 500, 'GET tickets');
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	expect(await asked()).toEqual(['GET tickets']);
});
