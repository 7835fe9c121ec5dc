import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

const inputs = { agent: 'alice.agent@apizee.example', email: 'nathan@example.com' };

const OPERATIONS = [
	['ticket.create', {}],
	['ticket.createOrGet', { reference: 'CASE-1' }],
] as const;

describe.each(OPERATIONS)('%s', (name, more) => {
	it.each([
		['agent', '={{ "" }}', '"Agent" is empty', 'Pick one from the list or enter its Login.'],
		[
			'email',
			'nathan',
			'"Email" is not an e-mail address',
			'Enter one such as nathan@example.com.',
		],
		[
			'email',
			'nathan@example.com, Nathan <nathan@example.com>',
			'"Email" is not an e-mail address',
			'Enter one such as nathan@example.com.',
		],
		[
			'email',
			'={{ { to: "nathan@example.com" } }}',
			'"Email" must be text',
			'Map a single text or number to it, not a list or an object.',
		],
		['email', ' , ', '"Email" and "Phone" are both empty', 'Enter one of them, or map it.'],
		['email', '={{ [] }}', '"Email" and "Phone" are both empty', 'Enter one of them, or map it.'],
		[
			'email',
			'={{ $json.none }}',
			'"Email" and "Phone" are both empty',
			'Enter one of them, or map it.',
		],
		[
			'additionalFields',
			{ invite: 'perhaps' },
			'"Invite" must be true or false',
			'Switch it on or off, or map true or false to it.',
		],
	])('refuses the %s %j before anything is sent', async (field, value, message, description) => {
		const { run, control } = apizee();
		const { error } = await run(name, { inputs: { ...inputs, ...more, [field]: value } });
		expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
		expect(await control.requests()).toEqual([]);
	});

	const MIXED = [{ email: 'a@example.com' }, { email: '' }, { email: 'c@example.com' }];
	const mapped = { ...inputs, ...more, email: '={{ $json.email }}' };

	it('sends nothing for any item when one of them is wrong', async () => {
		const { run, control } = apizee();
		const { error, items } = await run(name, { inputs: mapped, items: MIXED });
		expect(error).toMatchObject({
			message: '"Email" and "Phone" are both empty [item 1]',
			description: 'Enter one of them, or map it.',
			itemIndex: 1,
		});
		expect(items).toEqual([]);
		expect(await control.requests()).toEqual([]);
	});

	it('goes on with the others with Continue On Fail, each output with its item', async () => {
		const { run, control } = apizee();
		const keyed = {
			...mapped,
			...('reference' in more && { reference: '={{ `CASE-${$itemIndex}` }}' }),
		};
		const result = await run(name, { inputs: keyed, items: MIXED, continueOnFail: true });
		expect(result.items).toMatchObject([
			{ json: { requestor: { email: 'a@example.com' } }, pairedItem: { item: 0 } },
			{
				json: {
					error: '"Email" and "Phone" are both empty [item 1]',
					message: 'Enter one of them, or map it.',
				},
				pairedItem: { item: 1 },
			},
			{ json: { requestor: { email: 'c@example.com' } }, pairedItem: { item: 2 } },
		]);
		const posts = received(await control.requests()).filter((one) => one.startsWith('POST'));
		expect(posts).toHaveLength(2);
	});
});

it('refuses a ticket without a reference where that is what finds it', async () => {
	const { run, control } = apizee();
	const { error } = await run('ticket.createOrGet', { inputs: { ...inputs, reference: ' ' } });
	expect(error).toMatchObject({
		message: '"Reference" is empty [item 0]',
		description: 'Enter a value or map one to it.',
	});
	expect(await control.requests()).toEqual([]);
});

it('leaves out a reference and a name that are empty', async () => {
	const { run, control } = apizee();
	const additionalFields = { reference: ' ', name: '' };
	await run('ticket.create', { inputs: { ...inputs, additionalFields } });
	expect(received(await control.requests())).toEqual([
		'POST tickets?agent=alice.agent%40apizee.example&email=nathan%40example.com',
	]);
});
