import { http, refusal, useSandbox } from './harness';
import { BRANDS, postForm, signedIn } from './iotumHarness';

const sandbox = useSandbox();

const TEXT = { 'content-type': 'text/plain' };

const john = { company_id: 5, name: 'John Host', email: 'john@acme.example' };

describe.each(BRANDS)('creating a host of %s', (brand) => {
	test('answers with everything about it', async () => {
		const send = await signedIn(sandbox(), brand);
		const { status, data } = await send('host/create', {
			...john,
			role: 'COMPANY_ADMIN',
			moderator_pin: 9876543,
			access_code: 1234567,
			subscription_ids: [110, 111],
			disable_emails: { conference_invitations: true },
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({
			host_id: 1001,
			name: 'John Host',
			email: 'john@acme.example',
			role: 'COMPANY_ADMIN',
			access_code: { number: '1234567', id: null },
			moderator_pin: { number: '9876543', id: null },
			meeting_url: expect.stringMatching(/\/conf\/call\/1234567$/),
			primary_dialin_number: { international_format: '+1 416-555-1234' },
			plan_slug: 'small_plan',
			add_on_slugs: ['recording'],
			subscription_ids: [110, 111],
			sip_uri: null,
			disable_emails: { conference_invitations: true, conference_reminders: false },
		});
		expect('company_id' in data).toBe(brand === 'iotum');
		expect('time_format' in data).toBe(brand === 'iotum');
		expect((await send('host/fetch', { host_id: 1001 })).data).toEqual(data);
		expect((await http.get(data.meeting_url)).status).toBe(200);
	});

	test('a Reseller Admin names the company, a Company Admin is in one', async () => {
		const { company_id, ...unplaced } = john;
		const reseller = await signedIn(sandbox(), brand);
		expect(refusal(await reseller('host/create', unplaced))).toEqual({
			status: 400,
			message: 'company_id is required',
		});
		const company = await signedIn(sandbox(), brand, 'companyAdmin');
		const { data } = await company('host/create', { ...unplaced, company_id: 6 });
		const hosts = await sandbox().control[brand].hosts();
		expect(hosts.find(({ id }) => id === data.host_id)?.companyId).toBe(company_id);
	});

	test('mails a welcome unless told not to', async () => {
		const send = await signedIn(sandbox(), brand);
		await send('host/create', john);
		await send('host/create', { ...john, email: 'b@acme.example', no_welcome_email: true });
		expect(await sandbox().control[brand].mails()).toMatchObject([
			{ kind: 'welcome', to: 'john@acme.example' },
		]);
	});

	test.each([
		['a taken access code', { access_code: 1000052 }, 'access_code 1000052 is already taken'],
		['a taken PIN', { moderator_pin: '9000052' }, 'moderator_pin 9000052 is already taken'],
		['a taken e-mail', { email: 'Hanna.Host@BRAND.example' }, /is already taken$/],
		['an unknown subscription', { subscription_ids: [112] }, 'The company has no subscription 112'],
		['an unknown plan', { plan_slug: 'recording' }, /not subscribed to the plan recording/],
		['an unknown add-on', { add_on_slugs: ['sms'] }, /not subscribed to the add-on sms/],
	])('is refused with %s, and nothing has happened', async (_case, change, message) => {
		const send = await signedIn(sandbox(), brand);
		const body = JSON.parse(
			JSON.stringify({ ...john, ...change }).replace('BRAND', brand.toLowerCase()),
		);
		expect(refusal(await send('host/create', body))).toEqual({
			status: 422,
			message: expect.stringMatching(message),
		});
		expect(await sandbox().control[brand].hosts()).toHaveLength(6);
		expect(await sandbox().control[brand].mails()).toEqual([]);
	});

	test.each([
		[{ name: undefined }, 'name is required'],
		[{ role: 'ADMIN' }, 'role must be one of RESELLER_ADMIN, COMPANY_ADMIN, HOST'],
		[{ access_code: 12 }, 'access_code must be >= 100'],
		[{ subscription_ids: '110' }, 'subscription_ids must be array'],
		[{ disable_emails: { all: true } }, 'disable_emails.all is unknown'],
		[{ partner_id: 1 }, 'partner_id is unknown'],
	])('is refused with %p', async (change, message) => {
		const send = await signedIn(sandbox(), brand);
		expect(refusal(await send('host/create', { ...john, ...change }))).toEqual({
			status: 400,
			message,
		});
	});
});

describe('streaming of a host of VivoMeetings', () => {
	test.each([
		['the sample’s', 'vivomeeting_streaming_enabled'],
		['the list’s', 'vivommeting_streaming_enabled'],
	])('is enabled by %s spelling, %s', async (_where, spelling) => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const { data } = await send('host/create', { ...john, [spelling]: true });
		const hosts = await sandbox().control.vivoMeetings.hosts();
		const { settings } = hosts.find(({ id }) => id === data.host_id) ?? {};
		expect(settings).toHaveProperty('vivomeeting_streaming_enabled', true);
		expect(settings).not.toHaveProperty('vivommeting_streaming_enabled');
	});

	test('is known by no third spelling', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const answer = await send('host/create', { ...john, vivommeeting_streaming_enabled: true });
		expect(answer.data.message).toBe('vivommeeting_streaming_enabled is unknown');
	});
});

describe('roles of hosts', () => {
	test('only a Reseller Admin makes Reseller Admins', async () => {
		const company = await signedIn(sandbox(), 'iotum', 'companyAdmin');
		const role = 'RESELLER_ADMIN';
		expect((await company('host/create', { ...john, role })).status).toBe(403);
		expect((await company('host/update', { host_id: 52, role })).status).toBe(403);
		const reseller = await signedIn(sandbox());
		expect((await reseller('host/update', { host_id: 52, role })).data.role).toBe(role);
	});
});

describe('subscriptions of a host', () => {
	test('are set to the exact list, or by slug', async () => {
		const send = await signedIn(sandbox());
		const update = async (body: object) =>
			(await send('host/update', { host_id: 52, ...body })).data;
		expect((await update({ name: 'Hanna' })).subscription_ids).toEqual([110, 111]);
		expect((await update({ subscription_ids: [111] })).plan_slug).toBeNull();
		expect((await update({ plan_slug: 'small_plan' })).subscription_ids).toEqual([110, 111]);
		expect((await update({ add_on_slugs: [] })).subscription_ids).toEqual([110]);
		expect((await update({ subscription_ids: [] })).subscription_ids).toEqual([]);
		expect((await update({ subscription_ids: [110], plan_slug: 'small_plan' })).message).toMatch(
			/not both$/,
		);
	});

	test('include one plan at most', async () => {
		const send = await signedIn(sandbox());
		await send('subscription/create', {
			company_id: 5,
			slug: 'large_plan',
			host_limit: 1,
			switch_plan: null,
			subscribe_all_hosts: false,
		});
		const both = { host_id: 52, subscription_ids: [110, 1001] };
		expect(refusal(await send('host/update', both))).toEqual({
			status: 422,
			message: 'A host can only be assigned to one plan at a time',
		});
	});

	test('make the host limit grow, unless it is locked', async () => {
		const send = await signedIn(sandbox());
		const { control } = sandbox();
		const limit = async () => (await control.iotum.subscriptions())[2]?.hostLimit;
		await control.iotum.addHosts({ count: 4, companyId: 6, subscriptionIds: [112] });
		expect(await limit()).toBe(5);
		const another = (email: string) =>
			send('host/create', { company_id: 6, name: 'A', email, subscription_ids: [112] });
		expect((await another('a@beta.example')).status).toBe(200);
		expect(await limit()).toBe(6);
		await control.iotum.lockHostLimits(6, true);
		expect(refusal(await another('b@beta.example'))).toEqual({
			status: 422,
			message: 'The host limit of large_plan is locked for the company',
		});
		expect(await limit()).toBe(6);
	});
});

describe('changing a host', () => {
	test('leaves what is omitted as it is', async () => {
		const send = await signedIn(sandbox());
		const { data: before } = await send('host/fetch', { host_id: 52 });
		const change = {
			name: 'Hanna Changed',
			time_zone: 'Europe/Berlin',
			disable_emails: { conference_reminders: true },
			time_format: { time_24hr: true },
			image_url: 'https://pictures.example/hanna.png',
		};
		const { data: after } = await send('host/update', { host_id: 52, ...change });
		expect(after).toEqual({
			...before,
			name: 'Hanna Changed',
			time_zone: 'Europe/Berlin',
			disable_emails: { ...before.disable_emails, conference_reminders: true },
			time_format: { ...before.time_format, time_24hr: true },
		});
		const contact = await send('contact/fetch', { host_id: 52, contact_id: 2052 });
		expect(contact.data.name).toBe('Hanna Changed');
	});

	test.each([
		[{ time_zone: 'Mars/Olympus' }, 400, /not in the IANA Time Zone database/],
		[{ auto_record: 'audio', auto_stream: 'video' }, 422, /must be the same value/],
		[{ company_id: 6 }, 422, /does not belong to company 6/],
		[{ password: 'Secret5!' }, 400, 'password is unknown'],
		[{ image_url: 'hanna.png' }, 400, /^image_url must match/],
	])('is refused with %p', async (change, status, message) => {
		const send = await signedIn(sandbox());
		expect(refusal(await send('host/update', { host_id: 52, ...change }))).toEqual({
			status,
			message: expect.stringMatching(message),
		});
	});

	test('VivoMeetings knows fewer fields', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const change = { host_id: 52, time_zone: 'UTC', waiting_room: true };
		expect((await send('host/update', change)).data.message).toBe(
			'time_zone is unknown; waiting_room is unknown',
		);
	});
});

describe('hosts that do not log in', () => {
	test('may share an e-mail, get no mail, and their password is ignored', async () => {
		const send = await signedIn(sandbox());
		const body = { ...john, no_login: true, password: 'Secret5!' };
		expect((await send('host/create', body)).status).toBe(200);
		expect((await send('host/create', body)).status).toBe(200);
		expect((await send('host/create', john)).status).toBe(422);
		expect(await sandbox().control.iotum.mails()).toEqual([]);
		const hosts = await sandbox().control.iotum.hosts();
		expect(hosts.filter(({ settings }) => settings.email === john.email)).toHaveLength(2);
		expect(hosts.every(({ settings, password }) => !settings.no_login || !password)).toBe(true);
	});
});

describe.each(BRANDS)('hosts of %s', (brand) => {
	test('are listed with their access code as text', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('host/fetch_all', { company_id: 5 });
		expect(data).toHaveLength(3);
		expect(data[1]).toEqual({
			host_id: 52,
			name: 'Hanna Host',
			email: `hanna.host@${brand.toLowerCase()}.example`,
			meeting_url: expect.stringMatching(/1000052$/),
			role: 'HOST',
			access_code: '1000052',
			...(brand === 'iotum' && { plan_slug: 'small_plan', add_on_slugs: ['recording'] }),
		});
		expect((await send('host/fetch_all')).status).toBe(400);
		const company = await signedIn(sandbox(), brand, 'companyAdmin');
		expect((await company('host/fetch_all', { company_id: 6 })).data).toEqual(data);
	});

	test('are deleted', async () => {
		const send = await signedIn(sandbox(), brand);
		const deleted = await send('host/delete', { host_id: 53 });
		expect(deleted.status).toBe(brand === 'iotum' ? 202 : 200);
		expect((await send('host/fetch', { host_id: 53 })).status).toBe(404);
		expect((await send('host/delete', { host_id: 53 })).status).toBe(404);
		const own = { host_id: sandbox()[brand].resellerAdmin.hostId };
		expect((await send('host/delete', own)).status).toBe(422);
	});

	test('get their mails', async () => {
		const send = await signedIn(sandbox(), brand);
		for (const path of ['host/resend_invitation', 'host/reset_password']) {
			expect(await send(path, { host_id: 52 })).toMatchObject({
				status: 200,
				data: { message: 'OK' },
			});
		}
		expect((await sandbox().control[brand].mails()).map(({ kind }) => kind)).toEqual([
			'welcome',
			'password reset',
		]);
		await sandbox().control[brand].clearMails();
		expect(await sandbox().control[brand].mails()).toEqual([]);
	});

	test('sign in by a link with their key', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('host/fetch', { host_id: 52 });
		const { baseUrl } = sandbox()[brand];
		const params = {
			host_id: 52,
			login_token_public_key: data.login_token_public_key,
			redirect_url: '/conf/call/1000052',
		};
		const { status, headers } = await http.get(`${baseUrl}/auth`, { params });
		expect({ status, location: headers['location'] }).toEqual({
			status: 302,
			location: `${baseUrl}/conf/call/1000052`,
		});
		expect((await http.post(`${baseUrl}/auth`, params)).status).toBe(302);
		const wrong = { ...params, host_id: 53 };
		expect((await http.get(`${baseUrl}/auth`, { params: wrong })).status).toBe(401);
		expect((await http.get(data.password_creation_link)).status).toBe(200);
	});

	test('sign in by a form with their key, as a browser sends it', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('host/fetch', { host_id: 52 });
		const { baseUrl } = sandbox()[brand];
		const form = {
			host_id: '52',
			login_token_public_key: String(data.login_token_public_key),
			redirect_url: '/conf/calls/upcoming',
			after_call_url: 'https://bank.example/thanks',
		};
		const { status, headers } = await postForm(`${baseUrl}/auth`, form);
		expect({ status, location: headers['location'] }).toEqual({
			status: 302,
			location: `${baseUrl}/conf/calls/upcoming`,
		});
		expect((await postForm(`${baseUrl}/auth`, { ...form, host_id: '53' })).status).toBe(401);
		expect((await postForm(`${baseUrl}/auth`, { ...form, host_id: '0x34' })).status).toBe(401);
		const inAddress = `${baseUrl}/auth?${new URLSearchParams(form).toString()}`;
		expect((await http.post(inAddress)).status).toBe(401);
		expect((await http.post(`${baseUrl}/auth`, 'x', { headers: TEXT })).status).toBe(415);
	});
});

test('a SIP address comes with the plan that has it', async () => {
	const send = await signedIn(sandbox());
	expect((await send('host/fetch', { host_id: 61 })).data.sip_uri).toBe(
		'sip:1000061-0@sipgw.iotum.example',
	);
	await send('subscription/suspend', { company_id: 6, slug: 'large_plan' });
	expect((await send('host/fetch', { host_id: 61 })).data.sip_uri).toBeNull();
});
