import { useApizee } from './setup';

const apizee = useApizee();

const inputs = { agent: 'alice.agent@apizee.example', email: 'nathan@example.com' };

const OPERATIONS = [
	['ticket.create', {}],
	['ticket.createOrGet', { reference: 'CASE-1' }],
] as const;

describe.each(OPERATIONS)('%s', (name, more) => {
	const toPhone = async (phone: string) =>
		await apizee().run(name, { inputs: { ...inputs, ...more, email: '', phone } });

	it.each([
		['+33612345678', '+33612345678'],
		['+33 6 12 34 56 78', '+33612345678'],
		['+33.6.12.34.56.78', '+33612345678'],
		['+33-612-345-678', '+33612345678'],
		['+49 151/123 456-78', '+4915112345678'],
		['+1 (415) 555-0100', '+14155550100'],
		['+33\u00a06\u202f12 34 56 78', '+33612345678'],
		['+33 (0)6 12 34 56 78', '+33612345678'],
		['+44(0)20 7946 0958', '+442079460958'],
		['(+44) (0)20 7946 0958', '+442079460958'],
		['+49/(0)30/123456', '+4930123456'],
	])('sends the phone number %s as %s', async (phone, sent) => {
		const { error } = await toPhone(phone);
		expect(error).toBeUndefined();
		expect((await apizee().vendor.tickets()).at(-1)).toMatchObject({ phone: sent });
	});

	const NO_COUNTRY = 'Enter it with + and the country code, such as +33612345678.';
	const NO_NUMBER = 'Enter one with the country code, such as +33612345678.';

	it.each([
		['0612345678', 'does not begin with + and the country code', NO_COUNTRY],
		['0033612345678', 'does not begin with + and the country code', NO_COUNTRY],
		['+33612345678 ext 5', 'is not a phone number', NO_NUMBER],
		['call me', 'is not a phone number', NO_NUMBER],
		['+33', 'is not a phone number', NO_NUMBER],
		['+33612345678;+33612345679', 'is not a phone number', NO_NUMBER],
		['+3361234567890123', 'is not a phone number', NO_NUMBER],
	])('refuses the phone number %s before anything is sent', async (phone, problem, description) => {
		const { error } = await toPhone(phone);
		const message = `"Phone" has "${phone}", which ${problem} [item 0]`;
		expect(error).toMatchObject({ message, description, itemIndex: 0 });
		expect(await apizee().control.requests()).toEqual([]);
	});

	it('refuses a number that lost its + on the way, as one of several too', async () => {
		const phone = '={{ ["+33612345678", 33612345679] }}';
		const { error } = await toPhone(phone);
		expect(error?.message).toBe(
			'"Phone" has "33612345679", which does not begin with + and the country code [item 0]',
		);
		expect(await apizee().control.requests()).toEqual([]);
	});
});
