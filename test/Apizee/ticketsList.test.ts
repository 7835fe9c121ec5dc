import { failure } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

secondOfTwoItemsFails('ticket.getAll', apizee, ({ access: { url, baseUrl, agent } }) => ({
	inputs: {
		limit: 10,
		filters: { order: 'desc', orderby: '={{ $json.by }}', reference: '={{ $json.reference }}' },
	},
	items: [
		{ by: 'date', reference: 'ref12345678' },
		{ by: 'colour', reference: 1234 },
	],
	outputs: [
		{
			id: 663614,
			state: 'done',
			reference: 'ref12345678',
			created: '2023-02-22T21:56:34+00:00',
			agent: agent.username,
			requestor: { phone: '+33612345678' },
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[^&]+&pwd=\\d+$`),
		},
	],
	error: failure(baseUrl, 400, 'GET tickets', 'orderby must be one of date'),
	requests: [
		'GET tickets?order=desc&orderby=date&reference=ref12345678&limit=10&offset=0',
		'GET tickets?order=desc&orderby=colour&reference=1234&limit=10&offset=0',
	],
}));

it.each([
	['ascending', { order: 'asc', orderby: 'date' }, [663614, 82070]],
	['descending', { order: 'DESC', orderby: 'date' }, [82070, 663614]],
	['of one reference', { reference: '1234' }, [82070]],
	['of a reference that is mapped as a number', { reference: '={{ 1234 }}' }, [82070]],
	['of any reference when the filter is empty', { reference: ' ' }, [82070, 663614]],
	['none', { reference: 'unknown' }, []],
])('lists tickets %s', async (_, filters, expected) => {
	const { json } = await apizee().run('ticket.getAll', { inputs: { filters } });
	expect(json.map(({ id }) => id)).toEqual(expected);
});

it('gives the records as they come without Simplify', async () => {
	const { run, access } = apizee();
	const inputs = { simplify: false, filters: { reference: 'ref12345678' } };
	const { json } = await run('ticket.getAll', { inputs });
	expect(json).toEqual([
		{
			id: 663614,
			state: 'done',
			reference: 'ref12345678',
			created: '2023-02-22T21:56:34+00:00',
			modified: expect.any(String),
			start_time: '2023-02-22T21:56:45+00:00',
			end_time: '2023-02-22T22:12:18+00:00',
			subject: null,
			type: '',
			description: null,
			agent: access.agent.username,
			requestor_url: expect.any(String),
			requestor: { phone: '+33612345678' },
			information_page_url: expect.any(String),
			geoloc: { lat: 48.7, lng: -3.5 },
			service_key: access.fixtures.ticketServiceKey,
		},
	]);
});

it('refuses an order that the vendor does not have', async () => {
	const { run, control } = apizee();
	const { error } = await run('ticket.getAll', { inputs: { filters: { order: 'random' } } });
	expect(error).toMatchObject({
		message: '"Order" is "random" [item 0]',
		description: 'Use one of: asc, desc.',
	});
	expect(await control.requests()).toEqual([]);
});
