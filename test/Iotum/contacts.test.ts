import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const CHECK_IDS = 'Check the IDs of this item.';
const NOBODY = 'Iotum does not know what was asked for: No contact 39';

const shown = {
	contact_id: 35,
	name: 'John Smith',
	email: 'john@customer.example',
	business_phone: null,
	mobile_phone: null,
	home_phone: null,
	other_phone: null,
	time_zone: 'US/Eastern',
};
const john = { ...shown, has_host: false };
const ofHost = { ownerType: 'host', hostId: 52 };
const ofCompany = { ownerType: 'company', companyId: 5 };

secondOfTwoItemsFails('contact.get', iotum, ({ access: { baseUrl } }) => ({
	inputs: { ...ofHost, contactId: '={{ $json.contactId }}' },
	items: [{ contactId: 35 }, { contactId: 39 }],
	outputs: [john],
	error: { message: NOBODY, description: `${CHECK_IDS} ${asked(baseUrl, 'contact/fetch', 404)}` },
	requests: [35, 39].map((contact_id) => posted('contact/fetch', { host_id: 52, contact_id })),
}));

secondOfTwoItemsFails('contact.update', iotum, ({ access: { baseUrl } }) => {
	const changes = {
		name: 'John Changed',
		email: 'changed@customer.example',
		business_phone: '+12345678901',
		mobile_phone: '+12345678902',
		home_phone: '+12345678903',
		other_phone: '+12345678904',
		time_zone: 'Europe/Berlin',
	};
	return {
		inputs: {
			...ofHost,
			contactId: '={{ $json.contactId }}',
			updateFields: {
				name: 'John Changed',
				email: 'changed@customer.example',
				businessPhone: '+12345678901',
				mobilePhone: '+12345678902',
				homePhone: '+12345678903',
				otherPhone: '+12345678904',
				timeZone: 'Europe/Berlin',
			},
		},
		items: [{ contactId: 35 }, { contactId: 39 }],
		outputs: [{ ...shown, ...changes }],
		error: {
			message: NOBODY,
			description: `${CHECK_IDS} ${asked(baseUrl, 'contact/update', 404)}`,
		},
		requests: [35, 39].map((contact_id) =>
			posted('contact/update', { host_id: 52, contact_id, ...changes }),
		),
	};
});

secondOfTwoItemsFails('contact.delete', iotum, ({ access: { baseUrl } }) => ({
	inputs: { ...ofHost, contactId: '={{ $json.contactId }}' },
	items: [{ contactId: 37 }, { contactId: 2052 }],
	outputs: [{ deleted: true }],
	error: {
		message:
			'Iotum did not accept the request: The contact is a host and goes with its account only',
		description: `Check the inputs of this item. ${asked(baseUrl, 'contact/delete', 422)}`,
	},
	requests: [37, 2052].map((contact_id) => posted('contact/delete', { host_id: 52, contact_id })),
}));

secondOfTwoItemsFails('contact.getAll', iotum, ({ access: { baseUrl } }) => ({
	inputs: {
		ownerType: 'host',
		hostId: '={{ $json.hostId }}',
		filters: { email: 'JOHN@customer.example' },
	},
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [john],
	error: {
		message: 'Iotum does not know what was asked for: No host 999',
		description: `${CHECK_IDS} ${asked(baseUrl, 'contact/fetch_all', 404)}`,
	},
	requests: [52, 999].map((host_id) => posted('contact/fetch_all', { host_id })),
}));

describe('contacts of a company', () => {
	it('are those that all its hosts see', async () => {
		const { run, control } = iotum();
		const { json } = await run('contact.getAll', { inputs: ofCompany });
		expect(json.map(({ contact_id: id }) => id)).toEqual([39]);
		expect(received(await control.requests())).toEqual([
			posted('contact/fetch_all', { company_id: 5 }),
		]);
	});

	it('are got, changed and deleted as those of a host', async () => {
		const { run, control, vendor } = iotum();
		await openSession(iotum());
		const inputs = { ...ofCompany, contactId: 39 };
		await run('contact.get', { inputs });
		await run('contact.update', { inputs: { ...inputs, updateFields: { name: 'Jane' } } });
		await run('contact.delete', { inputs });
		const owner = { company_id: 5, contact_id: 39 };
		expect(received(await control.requests())).toEqual([
			posted('contact/fetch', owner),
			posted('contact/update', { ...owner, name: 'Jane' }),
			posted('contact/delete', owner),
		]);
		expect((await vendor.contacts()).map(({ id }) => id)).not.toContain(39);
	});
});

it('gets all contacts with Return All, and 50 without', async () => {
	const { run, vendor } = iotum();
	await vendor.addContacts({ count: 120 });
	const all = await run('contact.getAll', { inputs: { ...ofHost, returnAll: true } });
	expect(new Set(all.json.map(({ contact_id: id }) => id)).size).toBe(123);
	expect((await run('contact.getAll', { inputs: ofHost })).json).toHaveLength(50);
});

it('deletes nothing for an item that comes from a step that failed', async () => {
	const { run, control } = iotum();
	const items = [{ error: 'Something went wrong' }];
	const { error } = await run('contact.delete', { inputs: { ...ofHost, contactId: 35 }, items });
	expect(error?.message).toMatch(/^This item comes from a step that failed/);
	expect(await control.requests()).toEqual([]);
});
