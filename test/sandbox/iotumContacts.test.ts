import { refusal, useSandbox } from './harness';
import { BRANDS, signedIn, type BrandName } from './iotumHarness';

const sandbox = useSandbox();

const john = {
	contact_id: 35,
	name: 'John Smith',
	email: 'john@customer.example',
	business_phone: null,
	mobile_phone: null,
	home_phone: null,
	other_phone: null,
	time_zone: 'US/Eastern',
	has_host: false,
};

describe.each(BRANDS)('contacts of a host of %s', (brand: BrandName) => {
	test('are created, several at once', async () => {
		const send = await signedIn(sandbox(), brand);
		const { status, data } = await send('contact/create', {
			host_id: 52,
			contacts: [
				{ name: 'A', email: 'a@customer.example', mobile_phone: '+4930123456' },
				{ name: 'B', email: 'b@customer.example', time_zone: 'Europe/London' },
			],
		});
		expect(status).toBe(200);
		expect(data).toMatchObject([
			{ contact_id: 1001, mobile_phone: '+4930123456', time_zone: null, has_host: false },
			{ contact_id: 1002, mobile_phone: null, time_zone: 'Europe/London' },
		]);
		const one = await send('contact/fetch', { host_id: 52, contact_id: 1002 });
		expect(one.data).toEqual(data[1]);
	});

	test('are all listed, the host itself first', async () => {
		await sandbox().control[brand].addContacts({ count: 30 });
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('contact/fetch_all', { host_id: 52 });
		expect(data).toHaveLength(33);
		expect(data[0]).toMatchObject({ contact_id: 2052, name: 'Hanna Host', has_host: true });
		expect(data[1]).toEqual(john);
	});

	test('are changed in part, even without naming the list', async () => {
		const send = await signedIn(sandbox(), brand);
		const change = { contact_id: 35, name: 'John Updated' };
		expect((await send('contact/update', { host_id: 52, ...change })).data).toEqual({
			...john,
			name: 'John Updated',
			// Not in this answer.
			has_host: undefined,
		});
		const moved = await send('contact/update', { contact_id: 35, time_zone: 'UTC' });
		expect(moved.data).toMatchObject({ name: 'John Updated', time_zone: 'UTC' });
		const company = await signedIn(sandbox(), brand, 'companyAdmin');
		const { data } = await send('contact/create', {
			host_id: 61,
			contacts: [{ name: 'A', email: 'a@b.example' }],
		});
		const beyond = { contact_id: data[0].contact_id, name: 'X' };
		expect((await company('contact/update', beyond)).status).toBe(403);
	});

	test('are deleted, but not the host itself', async () => {
		const send = await signedIn(sandbox(), brand);
		const one = { host_id: 52, contact_id: 35 };
		expect((await send('contact/delete', one)).status).toBe(200);
		expect((await send('contact/delete', one)).status).toBe(404);
		expect((await send('contact/delete', { host_id: 52, contact_id: 2052 })).status).toBe(422);
	});

	test('belong to one list', async () => {
		const send = await signedIn(sandbox(), brand);
		expect((await send('contact/fetch', { host_id: 53, contact_id: 35 })).status).toBe(404);
		expect((await send('contact/fetch', { host_id: 71, contact_id: 35 })).status).toBe(403);
	});

	test.each([
		[{ contacts: [] }, /^contacts must NOT have fewer/],
		[{ contacts: [{ name: 'A' }] }, 'contacts.0.email is required'],
		[{ contacts: [{ name: 'A', email: 'nobody' }] }, /^contacts.0.email must match/],
		[{ contacts: [{ name: 'A', email: 'a@b.example', fax: '1' }] }, 'contacts.0.fax is unknown'],
		[{ contacts: [{ name: 'A', email: 'a@b.example', time_zone: 'CEST' }] }, /not in the IANA/],
	])('are refused as %p', async (body, message) => {
		const send = await signedIn(sandbox(), brand);
		expect(refusal(await send('contact/create', { host_id: 52, ...body }))).toEqual({
			status: 400,
			message: expect.stringMatching(message),
		});
	});
});

describe('contacts of a company', () => {
	test('are named by the Reseller Admin and the Company Admin’s own', async () => {
		const reseller = await signedIn(sandbox());
		const company = await signedIn(sandbox(), 'iotum', 'companyAdmin');
		const { data } = await reseller('contact/fetch_all', { company_id: 5 });
		expect(data).toMatchObject([{ contact_id: 39, name: 'Jane Doe' }]);
		expect((await company('contact/fetch_all')).data).toEqual(data);
		expect((await company('contact/fetch_all', { company_id: 6 })).data).toEqual(data);
		expect((await reseller('contact/fetch_all')).data.message).toBe('company_id is required');
		const both = { host_id: 52, company_id: 5 };
		expect((await reseller('contact/fetch_all', both)).status).toBe(400);
		expect((await reseller('contact/update', { contact_id: 39, name: 'J' })).status).toBe(200);
	});

	test('do not exist at VivoMeetings', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		expect(refusal(await send('contact/fetch_all', { company_id: 5 }))).toEqual({
			status: 400,
			message: 'host_id is required; company_id is unknown',
		});
	});
});
