import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

const changes = {
	updateFields: { customParameters: { values: [{ name: 'subject', value: 'x' }] } },
};
const media = { options: { enterpriseId: '1' } };

/** Every operation with a ticket in its path, and what the vendor is asked for the ticket `id`. */
const OPERATIONS = [
	['ticket.get', {}, (id: string) => `GET tickets/${id}`],
	['ticket.delete', {}, (id: string) => `DELETE tickets/${id}`],
	['ticket.update', changes, (id: string) => `PUT tickets/${id}?subject=x`],
	[
		'ticket.getMedia',
		media,
		(id: string) => `GET enterprises/1/tickets/${id}/medias?limit=50&offset=0`,
	],
] as const;

/** What would lead to another call than the one that was meant. */
const ESCAPES = [
	'../me',
	'../../users/me',
	'..',
	'.',
	'...',
	'82070/medias',
	'82070?scope=sso',
	'82070#x',
	'%2e%2e',
	'..%2Fusers',
	'82070\\..\\me',
	'82 070',
	'undefined',
	'null',
	'82070\u0000',
	'８２０７０',
];

describe.each(OPERATIONS)('the ticket of %s', (name, inputs, request) => {
	it.each(ESCAPES)('is refused as %j before anything is sent', async (ticketId) => {
		const { run, control } = apizee();
		const { error } = await run(name, {
			inputs: { ...inputs, ticketId: '={{ $json.ticketId }}' },
			items: [{ ticketId }],
		});
		expect(error).toMatchObject({
			message: '"Ticket" is not an ID [item 0]',
			description: 'Enter the ID alone: letters, digits and the signs - _ . ~ : @ = +.',
		});
		expect(await control.requests()).toEqual([]);
	});

	it('is refused when it is empty, or no text', async () => {
		const { run, control } = apizee();
		const result = await run(name, {
			inputs: { ...inputs, ticketId: '={{ $json.ticketId }}' },
			items: [{ ticketId: '' }, {}, { ticketId: ['82070'] }, { ticketId: { id: 82070 } }],
			continueOnFail: true,
		});
		const empty = {
			error: expect.stringMatching(/^"Ticket" is empty \[item [01]\]$/),
			message: 'Pick one from the list or enter its ID.',
		};
		const noText = {
			error: expect.stringMatching(/^"Ticket" must be text \[item [23]\]$/),
			message: 'Map a single text or number to it, not a list or an object.',
		};
		expect(result.json).toEqual([empty, empty, noText, noText]);
		expect(await control.requests()).toEqual([]);
	});

	it.each([
		['a:b@c=d+e', 'a%3Ab%40c%3Dd%2Be'],
		['~a_b-c.d', '~a_b-c.d'],
		[' 82070 ', '82070'],
		[82070, '82070'],
	])('goes out encoded: %j as %s', async (ticketId, encoded) => {
		const { run, control } = apizee();
		await run(name, {
			inputs: { ...inputs, ticketId: '={{ $json.ticketId }}' },
			items: [{ ticketId }],
		});
		expect(received(await control.requests())).toEqual([request(encoded)]);
	});
});

const day = { since: '2023-07-13', until: '2023-07-14' };

describe.each([
	['ticket.getMedia', { ticketId: '663614' }, 'tickets/663614/medias?limit=50&offset=0'],
	['ticket.getStatistics', day, 'tickets-stats?format=JSON&since=2023-07-13&until=2023-07-14'],
] as const)('the enterprise of %s', (name, inputs, path) => {
	it.each(ESCAPES)('is refused as %j before anything is sent', async (enterpriseId) => {
		const { run, control } = apizee();
		const { error } = await run(name, {
			inputs: { ...inputs, options: { enterpriseId: '={{ $json.enterpriseId }}' } },
			items: [{ enterpriseId }],
		});
		expect(error?.message).toBe('"Enterprise ID" is not an ID [item 0]');
		expect(await control.requests()).toEqual([]);
	});

	it('goes out encoded as the user gives it', async () => {
		const { run, control } = apizee();
		await run(name, { inputs: { ...inputs, options: { enterpriseId: 'a:b@c' } } });
		expect(received(await control.requests())).toEqual([`GET enterprises/a%3Ab%40c/${path}`]);
	});

	it.each([
		['../2', [`GET enterprises/..%2F2/${path}`]],
		['2/tickets/1?x=', [`GET enterprises/2%2Ftickets%2F1%3Fx%3D/${path}`]],
		['..', []],
	])('goes out encoded as the vendor tells it, or not at all: %s', async (id, requests) => {
		const { run, control, credentials } = apizee();
		const body = { enterprise: { id } };
		await control.fault({ kind: 'status', status: 200, path: '*/users/me', body });
		const apizeeApi = { ...credentials.apizeeApi, webhookSecret: `of ${id} in ${name}` };
		const { error } = await run(name, { inputs, credentials: { apizeeApi } });
		expect(error).toBeDefined();
		expect(received(await control.requests())).toEqual(['GET users/me', ...requests]);
	});
});

it('encodes the ID of a ticket that was found by its reference', async () => {
	const { run, control } = apizee();
	const body = { total: 1, data: [{ id: '../users/me', reference: 'CASE-1' }] };
	await control.fault({ kind: 'status', status: 200, path: '/api/tickets', body });
	await run('ticket.createOrGet', {
		inputs: { agent: 'alice', email: 'nathan@example.com', reference: 'CASE-1' },
	});
	const [, found] = received(await control.requests());
	expect(found).toBe('GET tickets/..%2Fusers%2Fme');
});
