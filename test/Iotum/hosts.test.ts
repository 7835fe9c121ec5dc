import { openSession } from './openSession';
import { asked, posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const CHECK_IDS = 'Check the IDs of this item.';
const NOBODY = 'Iotum does not know what was asked for: No host 999';

/** Hanna Host of the fixtures as she is listed. */
const listed = (baseUrl: string) => ({
	host_id: 52,
	name: 'Hanna Host',
	email: 'hanna.host@iotum.example',
	role: 'HOST',
	meeting_url: `${baseUrl}/conf/call/1000052`,
	access_code: '1000052',
	plan_slug: 'small_plan',
	add_on_slugs: ['recording'],
});

/** The same as the node outputs her alone when Simplify is on. */
const hanna = (baseUrl: string) => ({
	...listed(baseUrl),
	company_id: 5,
	subscription_ids: [110, 111],
	time_zone: 'UTC',
});

secondOfTwoItemsFails('host.get', iotum, ({ access: { baseUrl } }) => ({
	inputs: { hostId: { __rl: true, mode: 'list', value: '={{ $json.hostId }}' } },
	items: [{ hostId: '52' }, { hostId: '999' }],
	outputs: [hanna(baseUrl)],
	error: {
		message: NOBODY,
		description: `${CHECK_IDS} ${asked(baseUrl, 'host/fetch', 404)}`,
	},
	requests: [52, 999].map((host_id) => posted('host/fetch', { host_id })),
}));

secondOfTwoItemsFails('host.update', iotum, ({ access: { baseUrl } }) => ({
	inputs: {
		hostId: '={{ $json.hostId }}',
		updateFields: { name: 'Hanna Changed', role: 'COMPANY_ADMIN', waitingRoom: false },
	},
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [{ ...hanna(baseUrl), name: 'Hanna Changed', role: 'COMPANY_ADMIN' }],
	error: {
		message: NOBODY,
		description: `${CHECK_IDS} ${asked(baseUrl, 'host/update', 404)}`,
	},
	requests: [52, 999].map((host_id) =>
		posted('host/update', {
			host_id,
			name: 'Hanna Changed',
			role: 'COMPANY_ADMIN',
			waiting_room: false,
		}),
	),
}));

secondOfTwoItemsFails('host.delete', iotum, ({ access: { baseUrl } }) => ({
	inputs: { hostId: '={{ $json.hostId }}' },
	items: [{ hostId: 52 }, { hostId: 11 }],
	outputs: [{ accepted: true, deleted: true }],
	error: {
		message: 'Iotum did not accept the request: You cannot delete your own account',
		description: `Check the inputs of this item. ${asked(baseUrl, 'host/delete', 422)}`,
	},
	requests: [52, 11].map((host_id) => posted('host/delete', { host_id })),
}));

secondOfTwoItemsFails('host.getAll', iotum, ({ access: { baseUrl } }) => {
	return {
		inputs: {
			filters: { companyId: '={{ $json.companyId }}', email: 'HANNA.host@iotum.example' },
		},
		items: [{ companyId: 5 }, { companyId: 7 }],
		outputs: [listed(baseUrl)],
		error: {
			message:
				'Iotum allows this only to company admins, within their own company, and to reseller admins: Company 7 is beyond the scope of your role',
			description: `Check the IDs of this item, or use the credential of an admin above them. ${asked(baseUrl, 'host/fetch_all', 403)}`,
		},
		requests: [5, 7].map((id) => posted('host/fetch_all', { company_id: id })),
	};
});

describe.each([
	{ name: 'resendInvitation', path: 'host/resend_invitation', kind: 'welcome' },
	{ name: 'resetPassword', path: 'host/reset_password', kind: 'password reset' },
])('$name', ({ name, path, kind }) => {
	secondOfTwoItemsFails(`host.${name}`, iotum, ({ access: { baseUrl } }) => ({
		inputs: { hostId: '={{ $json.hostId }}' },
		items: [{ hostId: 52 }, { hostId: 999 }],
		outputs: [{ success: true, hostId: 52 }],
		error: { message: NOBODY, description: `${CHECK_IDS} ${asked(baseUrl, path, 404)}` },
		requests: [52, 999].map((host_id) => posted(path, { host_id })),
	}));

	it('has one e-mail sent to the host', async () => {
		const { run, vendor } = iotum();
		await run(`host.${name}`, { inputs: { hostId: 52 } });
		expect(await vendor.mails()).toMatchObject([{ kind, hostId: 52 }]);
	});

	it('is not repeated when the answer is lost, as a second e-mail would go out', async () => {
		const { run, control, vendor } = iotum();
		await openSession(iotum());
		await control.fault({ kind: 'reset', when: 'after', path: `*/${path}` });
		const { error } = await run(`host.${name}`, { inputs: { hostId: 52 } });
		expect(error?.description).toContain('Whether Iotum carried it out is unknown');
		expect(await vendor.mails()).toHaveLength(1);
	});
});

it('deletes the host at the vendor, but nothing for an item of a step that failed', async () => {
	const { run, vendor } = iotum();
	const ids = async () => (await vendor.hosts()).map(({ id }) => id);
	const items = [{ error: 'Something went wrong' }];
	const { error } = await run('host.delete', { inputs: { hostId: 52 }, items });
	expect(error?.message).toMatch(/^This item comes from a step that failed/);
	expect(await ids()).toContain(52);
	await run('host.delete', { inputs: { hostId: 52 } });
	expect(await ids()).not.toContain(52);
});

it('gives everything the vendor says of a host when Simplify is off', async () => {
	const { run, vendor, access } = iotum();
	const { json } = await run('host.get', { inputs: { hostId: 52, simplify: false } });
	const key = (await vendor.hosts()).find(({ id }) => id === 52)?.loginTokenPublicKey;
	expect(json).toMatchObject([
		{
			...hanna(access.baseUrl),
			access_code: { number: '1000052', id: null },
			moderator_pin: { number: '9000052', id: null },
			primary_dialin_number: { phone_number: '14165551234', country_code: 'CA' },
			login_token_public_key: key,
			password_creation_link: `${access.baseUrl}/password/${key}`,
			locale: 'en-US',
		},
	]);
	expect(Object.keys(json[0] ?? {})).toHaveLength(22);
});

it('gets all hosts of a company with Return All, and 50 without', async () => {
	const { run, vendor } = iotum();
	await vendor.addHosts({ count: 60, companyId: 6 });
	const filters = { companyId: 6 };
	const all = await run('host.getAll', { inputs: { filters, returnAll: true } });
	expect(all.json).toHaveLength(61);
	expect(new Set(all.json.map(({ host_id: id }) => id)).size).toBe(61);
	expect((await run('host.getAll', { inputs: { filters } })).json).toHaveLength(50);
});
