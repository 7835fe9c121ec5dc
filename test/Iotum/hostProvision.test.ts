import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const additionalFields = {
	companyId: 5,
	planSlug: 'small_plan',
	password: '={{ $json.password }}',
	noWelcomeEmail: true,
	nativeStreaming: true,
	noLogin: false,
	role: 'COMPANY_ADMIN',
};
const john = { name: 'John Host', email: 'john@company.tld' };
const password = 'SoSecret5!';

/** What is said of a new host, and what of one that is there. */
const details = { role: 'COMPANY_ADMIN', plan_slug: 'small_plan' };
const initial = { password, no_welcome_email: true, native_streaming: true, no_login: false };

const provision = async (more = {}, changes = {}) => {
	const inputs = { ...john, additionalFields: { ...additionalFields, ...more }, ...changes };
	return await iotum().run('host.provision', { inputs, items: [{ password }] });
};

const hostsOf = async (email: string) =>
	(await iotum().vendor.hosts()).filter(({ settings }) => settings.email === email);

secondOfTwoItemsFails('host.provision', iotum, ({ access: { baseUrl } }) => ({
	inputs: { ...john, additionalFields: { ...additionalFields, planSlug: '={{ $json.plan }}' } },
	items: [
		{ plan: 'small_plan', password },
		{ plan: 'large_plan', password },
	],
	outputs: [
		{
			host_id: 1001,
			company_id: 5,
			...john,
			role: 'COMPANY_ADMIN',
			meeting_url: `${baseUrl}/conf/call/3001001`,
			access_code: '3001001',
			plan_slug: 'small_plan',
			add_on_slugs: [],
			subscription_ids: [110],
			time_zone: null,
			created: true,
		},
	],
	error: {
		message:
			'Iotum did not accept the request: The company is not subscribed to the plan large_plan',
		description: `Check the inputs of this item. ${asked(baseUrl, 'host/update', 422)}`,
	},
	requests: [
		posted('host/fetch_all', { company_id: 5 }),
		posted('host/create', { company_id: 5, ...john, ...details, ...initial }),
		posted('host/fetch_all', { company_id: 5 }),
		posted('host/update', {
			host_id: 1001,
			name: john.name,
			...details,
			plan_slug: 'large_plan',
		}),
	],
	secrets: [password],
}));

it('changes nothing when it runs again: the same host, and no second welcome e-mail', async () => {
	const { vendor, control } = iotum();
	const first = await provision({ noWelcomeEmail: false });
	const before = await hostsOf(john.email);
	await control.clearRequests();
	const second = await provision({ noWelcomeEmail: false });
	expect(second.json).toEqual([{ ...first.json[0], created: false }]);
	expect(await hostsOf(john.email)).toEqual(before);
	expect(await vendor.mails()).toHaveLength(1);
	expect(received(await control.requests())).toEqual([
		posted('host/fetch_all', { company_id: 5 }),
		posted('host/update', { host_id: 1001, name: john.name, ...details }),
		posted('host/fetch', { host_id: 1001 }),
	]);
});

it('brings a host that is there to what is entered, found in whatever case its e-mail is', async () => {
	const inputs = { name: 'Henry Changed', email: 'HENRY.HOST@iotum.example' };
	const { json } = await provision({ addOnSlugs: 'recording' }, inputs);
	expect(json).toMatchObject([
		{
			host_id: 53,
			name: 'Henry Changed',
			email: 'henry.host@iotum.example',
			role: 'COMPANY_ADMIN',
			add_on_slugs: ['recording'],
			created: false,
		},
	]);
});

it('keeps the raw answer with created beside it when Simplify is off', async () => {
	const { json } = await provision({}, { simplify: false });
	expect(json).toMatchObject([
		{
			created: true,
			moderator_pin: { id: null },
			password_creation_link: expect.any(String),
			login_token_public_key: expect.any(String),
		},
	]);
});

it('asks a reseller admin for the company, as the vendor does', async () => {
	const { error } = await provision({ companyId: '' });
	expect(error).toMatchObject({
		message: 'Iotum did not accept the request: company_id is required [item 0]',
		description: expect.stringContaining('Check the inputs of this item.'),
	});
});

it('finds nothing wrong only later: what contradicts itself is refused before anything is sent', async () => {
	const { control } = iotum();
	const { error } = await provision({ autoRecord: 'audio', autoStream: 'video' });
	expect(error?.message).toBe('"Auto Stream" is "video", but "Auto Record" is "audio" [item 0]');
	expect(await control.requests()).toEqual([]);
});

it('shows the vendor’s own refusal when no host turns up after it', async () => {
	await openSession(iotum());
	const { error } = await provision({ accessCode: '1000052' });
	expect(error?.message).toBe(
		'Iotum did not accept the request: access_code 1000052 is already taken [item 0]',
	);
	expect(received(await iotum().control.requests()).map(({ request }) => request)).toEqual([
		'POST host/fetch_all',
		'POST host/create',
		'POST host/fetch_all',
	]);
});

it('tells of the creation when the look after its lost answer fails as well, and finds it later', async () => {
	const { control, access } = iotum();
	await openSession(iotum());
	const at = '/enterprise_api/host';
	await control.fault({ kind: 'reset', when: 'after', path: `${at}/create` });
	await control.fault({ kind: 'status', status: 500, path: `${at}/fetch_all`, after: 1 });
	const { error } = await provision({}, { options: { maxRetries: 0 } });
	expect(error).toMatchObject({
		message: 'Iotum closed the connection too early [item 0]',
		description: `Try again later. Whether Iotum carried it out is unknown: look before running it again. POST ${access.baseUrl}${at}/create: ECONNRESET.`,
	});
	const { json } = await provision();
	expect(json).toMatchObject([{ created: false }]);
	expect(await hostsOf(john.email)).toHaveLength(1);
});

it.each([undefined, { toString: 1 }])('changes no host whose ID is %j', async (host_id) => {
	const { control } = iotum();
	await openSession(iotum());
	const path = '/enterprise_api/host/fetch_all';
	const body = [{ host_id, email: john.email }];
	await control.fault({ kind: 'status', status: 200, body, path });
	const { error } = await provision();
	expect(error).toMatchObject({
		message: `The vendor lists the host of ${john.email} without an ID [item 0]`,
		description: 'Run the item again; if it stays so, ask the vendor.',
	});
	expect(received(await control.requests())).toHaveLength(1);
});
