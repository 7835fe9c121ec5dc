import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const EMPTY = '={{ $json.missing }}';

const johnWithAll = {
	name: 'John Smith',
	email: 'john@smith.com',
	businessPhone: '+12345678901',
	mobilePhone: '+12345678902',
	homePhone: '+12345678903',
	otherPhone: '+12345678904',
	timeZone: 'US/Eastern',
};
/** The same as seed 002 writes it on the wire. */
const wired = {
	name: 'John Smith',
	email: 'john@smith.com',
	business_phone: '+12345678901',
	mobile_phone: '+12345678902',
	home_phone: '+12345678903',
	other_phone: '+12345678904',
	time_zone: 'US/Eastern',
};
const james = { name: 'James Brown', email: 'james@brown.com' };
const nothing = {
	business_phone: null,
	mobile_phone: null,
	home_phone: null,
	other_phone: null,
	time_zone: null,
	has_host: false,
};

secondOfTwoItemsFails('contact.create', iotum, ({ access: { baseUrl } }) => ({
	inputs: {
		ownerType: 'host',
		hostId: '={{ $json.hostId }}',
		contacts: { values: [johnWithAll, james] },
	},
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [
		{ contact_id: 1001, ...wired, has_host: false },
		{ contact_id: 1002, ...james, ...nothing },
	],
	error: {
		message: 'Iotum does not know what was asked for: No host 999',
		description: `Check the IDs of this item. ${asked(baseUrl, 'contact/create', 404)}`,
	},
	requests: [52, 999].map((host_id) =>
		posted('contact/create', { host_id, contacts: [wired, james] }),
	),
}));

it.each([
	['a host', { ownerType: 'host', hostId: 52, companyId: 6 }, { host_id: 52 }],
	['a company', { ownerType: 'company', companyId: 5, hostId: 53 }, { company_id: 5 }],
])('adds contacts to %s, and says nothing of another owner', async (_, owner, expected) => {
	const { run, control } = iotum();
	const inputs = { ...owner, contacts: { values: [james] } };
	const { json } = await run('contact.create', { inputs });
	expect(json).toEqual([{ contact_id: 1001, ...james, ...nothing }]);
	expect(received(await control.requests())).toEqual([
		posted('contact/create', { ...expected, contacts: [james] }),
	]);
});

it('adds contacts to the own company of a company admin, who names none', async () => {
	const { run, control, vendor, access, credentials } = iotum();
	const { apiToken } = access.companyAdmin;
	const inputs = { ownerType: 'ownCompany', contacts: { values: [james] } };
	const own = { iotumApi: { ...credentials.iotumApi, apiToken } };
	const { json } = await run('contact.create', { inputs, credentials: own });
	expect(json).toEqual([{ contact_id: 1001, ...james, ...nothing }]);
	expect(received(await control.requests())).toEqual([
		posted('contact/create', { contacts: [james] }),
	]);
	expect((await vendor.contacts()).find(({ id }) => id === 1001)?.owner).toEqual({ companyId: 5 });
});

it('is not repeated when the answer is lost, as the contacts would be there twice', async () => {
	const { run, control, vendor } = iotum();
	const inputs = { ownerType: 'host', hostId: 52, contacts: { values: [james] } };
	await run('contact.getAll', { inputs: { ownerType: 'host', hostId: 52 } });
	await control.fault({ kind: 'reset', when: 'after', path: '*/contact/create' });
	const { error } = await run('contact.create', { inputs });
	expect(error?.description).toContain('Whether Iotum carried it out is unknown');
	const added = (await vendor.contacts()).filter(({ fields }) => fields.email === james.email);
	expect(added).toHaveLength(1);
});

const host = { ownerType: 'host', hostId: 52 };

it.each([
	[
		{ ...host, contacts: { values: [{ ...james, email: 'james' }] } },
		'"Email" is not an e-mail address',
		'Enter one such as nathan@example.com.',
	],
	[
		{ ...host, contacts: { values: [{ ...james, name: EMPTY }] } },
		'"Name" is empty',
		'Enter a value or map one to it.',
	],
	[
		{ ...host, contacts: { values: [james, { ...james, timeZone: 'EDT-5' }] } },
		'"Time Zone" is "EDT-5", which is not a time zone',
		'Use an IANA name such as Europe/Berlin or UTC.',
	],
	[{ ...host, contacts: {} }, '"Contacts" is empty', 'Add at least one contact.'],
	[
		{ ownerType: 'host', hostId: EMPTY, contacts: { values: [james] } },
		'"Host" is empty',
		'Pick one from the list or enter its ID.',
	],
	[
		{ ownerType: '={{ "me" }}', hostId: 52, companyId: 5, contacts: { values: [james] } },
		'"Owner" is "me"',
		'Use one of: company, host, ownCompany.',
	],
])('refuses %j before anything is sent', async (inputs, message, description) => {
	const { run, control } = iotum();
	const { error } = await run('contact.create', { inputs });
	expect(error?.message.replace(' [item 0]', '')).toBe(message);
	expect(error).toMatchObject({ description, itemIndex: 0 });
	expect(await control.requests()).toEqual([]);
});

it('says that the contacts may be there when the answer was cut off, and sends them once', async () => {
	const { run, control } = iotum();
	await openSession(iotum());
	await control.fault({ kind: 'cutJson', path: '*/contact/create' });
	const { error } = await run('contact.create', {
		inputs: { ownerType: 'host', hostId: 52, contacts: { values: [james] } },
	});
	expect(error?.message).toBe('Iotum sent an answer that is incomplete [item 0]');
	expect(error?.description).toContain('Whether Iotum carried it out is unknown');
	expect(await control.requests({ path: '*/contact/create' })).toHaveLength(1);
});
