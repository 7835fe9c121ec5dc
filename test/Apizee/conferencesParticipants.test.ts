import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

/** Creates a conference for such participants. */
const create = async (
	participants: INodeParameters[string],
	{ item = {}, ...additionalFields }: INodeParameters & { item?: IDataObject } = {},
) =>
	await apizee().run('conference.create', {
		inputs: { participants, additionalFields, options: { maxRetries: 0 } },
		items: [item],
	});

/** The participants of the conferences the vendor has been asked for and has made. */
const asked = async () =>
	(await apizee().control.requests({ path: '/api/conferences' }))
		.filter(({ status }) => status === 200)
		.map(({ query }) => query.participants);

describe('participants', () => {
	const people = ['ada@example.com', '+33612345678'];

	it.each([
		['a text with commas', 'ada@example.com,+33612345678', {}],
		['a text with blanks and empty entries', ' ada@example.com , , +33612345678, ', {}],
		['an expression with a text', '={{ $json.people }}', { people: people.join(', ') }],
		['an expression with a list', '={{ $json.people }}', { people }],
		['an expression in a text', '={{ $json.who }}, +33612345678', { who: 'ada@example.com' }],
	])('can be %s', async (_, participants, item) => {
		const { error } = await create(participants, { item });
		expect(error).toBeUndefined();
		expect(await asked()).toEqual(['ada@example.com,+33612345678']);
	});

	it.each([
		['+33 6 12 34 56 78', '+33612345678'],
		['06.12.34.56.78', '0612345678'],
		['(06) 12-34/5678', '0612345678'],
		['={{ 33612345678 }}', '33612345678'],
		['first.last+case-1@sub.example.com', 'first.last+case-1@sub.example.com'],
		["o'neil@example.com", "o'neil@example.com"],
	])('%s is sent as %s', async (entered, sent) => {
		const { error } = await create(entered);
		expect(error).toBeUndefined();
		expect(await asked()).toEqual([sent]);
	});

	it('are as many as one likes', async () => {
		const many = Array.from({ length: 50 }, (_none, index) => `guest${index}@example.com`);
		const { error } = await create('={{ $json.many }}', { item: { many } });
		expect(error).toBeUndefined();
		expect(await asked()).toEqual([many.join(',')]);
	});

	const phone = (entry: string) => ({
		message: `"Participants" has "${entry}", which is not a phone number`,
		description: 'Enter one with the country code, such as +33612345678.',
	});
	const email = {
		message: '"Participants" is not an e-mail address',
		description: 'Enter one such as nathan@example.com.',
	};
	const empty = {
		message: '"Participants" is empty',
		description: 'Enter at least one, or map a list to it.',
	};
	const text = {
		message: '"Participants" must be text',
		description: 'Map a single text or number to it, not a list or an object.',
	};

	it.each([
		['={{ "" }}', empty],
		[' , ,', empty],
		['={{ [] }}', empty],
		['={{ undefined }}', empty],
		['Ada', phone('Ada')],
		['ada@example.com, 12345', phone('12345')],
		['+3361234567890123', phone('+3361234567890123')],
		['++33612345678', phone('++33612345678')],
		['06 12 34 ext 5', phone('06 12 34 ext 5')],
		['ada@example.com; bob@example.com', email],
		['ada@', email],
		['Ada <ada@example.com>, Bob Smith <bob@example.com>', email],
		['={{ { email: "ada@example.com" } }}', text],
		['={{ [{ email: "ada@example.com" }] }}', text],
	])('%j is refused before anything is sent', async (entered, error) => {
		const result = await create(entered);
		expect(result.error).toMatchObject({ ...error, message: `${error.message} [item 0]` });
		expect(await apizee().control.requests()).toEqual([]);
	});
});

describe('invitations', () => {
	const both = 'ada@example.com, +33612345678';
	const invited = async () =>
		(await apizee().vendor.invitations()).map(({ channel, to }) => `${channel} ${to}`);

	it.each([
		['Without the field', {}],
		['Switched off', { invite: false }],
		['Switched off by an expression', { invite: '={{ false }}' }],
	])('%s, nobody is invited, and the vendor is told so', async (_, fields) => {
		const { json } = await create(both, fields);
		expect(json).toHaveLength(1);
		expect(await invited()).toEqual([]);
		const [request] = received(await apizee().control.requests());
		expect(request).toMatch(/&invite=false$/);
	});

	it('Switched on, all are invited, by e-mail or SMS', async () => {
		const { json } = await create(both, { invite: true });
		expect(json).toHaveLength(1);
		expect(await invited()).toEqual(['email ada@example.com', 'sms +33612345678']);
	});

	it('cannot be had by a custom parameter beside the field', async () => {
		const values = [{ name: 'invite', value: 'true' }];
		const { error } = await create(both, { customParameters: { values } });
		expect(error).toMatchObject({
			message: '"Custom Parameters" contains "invite", which is there already [item 0]',
			description: 'Remove it, or the field it repeats.',
		});
		expect(await invited()).toEqual([]);
	});
});
