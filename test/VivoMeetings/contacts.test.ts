import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const jane = {
	name: 'Jane Roe',
	email: 'jane@roe.example',
	businessPhone: '+12345678901',
	mobilePhone: '+12345678902',
	homePhone: '+12345678903',
	otherPhone: '+12345678904',
	timeZone: 'US/Eastern',
};

const sentJane = {
	name: 'Jane Roe',
	email: 'jane@roe.example',
	business_phone: '+12345678901',
	mobile_phone: '+12345678902',
	home_phone: '+12345678903',
	other_phone: '+12345678904',
	time_zone: 'US/Eastern',
};

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

const ofHost = { hostId: 52, contactId: '={{ $json.contactId }}' };
const oneIsMissing = [{ contactId: 35 }, { contactId: 999 }];

secondOfTwoItemsFails('contact.create', vivoMeetings, () => ({
	inputs: {
		hostId: '={{ $json.hostId }}',
		contacts: { values: [jane, { name: 'James Roe', email: 'james@roe.example' }] },
	},
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [
		expect.objectContaining({ ...sentJane, contact_id: expect.any(Number), has_host: false }),
		expect.objectContaining({ name: 'James Roe', email: 'james@roe.example' }),
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) =>
		call('contact/create', {
			host_id,
			contacts: [sentJane, { name: 'James Roe', email: 'james@roe.example' }],
		}),
	),
}));

it('adds the contacts of all items in one request when that is wanted', async () => {
	const { calls, json, items } = await runWithCalls(vivoMeetings(), 'contact.create', {
		inputs: {
			hostId: '52',
			contacts: { values: [{ name: '={{ $json.name }}', email: '={{ $json.email }}' }] },
			options: { sendAsOneRequest: true },
		},
		items: ['ann', 'ben'].map((name) => ({ name, email: `${name}@roe.example` })),
	});
	const contacts = ['ann', 'ben'].map((name) => ({ name, email: `${name}@roe.example` }));
	expect(calls).toEqual([call('contact/create', { host_id: 52, contacts })]);
	expect(json).toMatchObject(contacts);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

secondOfTwoItemsFails('contact.get', vivoMeetings, () => ({
	inputs: ofHost,
	items: oneIsMissing,
	outputs: [john],
	error: unknown('No contact 999'),
	calls: [35, 999].map((contact_id) => call('contact/fetch', { host_id: 52, contact_id })),
}));

secondOfTwoItemsFails('contact.update', vivoMeetings, () => ({
	inputs: { ...ofHost, updateFields: jane },
	items: oneIsMissing,
	outputs: [{ contact_id: 35, ...sentJane }],
	error: unknown('No contact 999'),
	calls: [35, 999].map((contact_id) =>
		call('contact/update', { host_id: 52, contact_id, ...sentJane }),
	),
}));

secondOfTwoItemsFails('contact.delete', vivoMeetings, () => ({
	inputs: ofHost,
	items: oneIsMissing,
	outputs: [{ deleted: true }],
	error: unknown('No contact 999'),
	calls: [35, 999].map((contact_id) => call('contact/delete', { host_id: 52, contact_id })),
}));

secondOfTwoItemsFails('contact.getAll', vivoMeetings, () => ({
	inputs: { hostId: '={{ $json.hostId }}', filters: { email: 'john@customer.example' } },
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [john],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('contact/fetch_all', { host_id })),
}));

it('lists the host among the contacts', async () => {
	const inputs = { hostId: '52' };
	const { json } = await runWithCalls(vivoMeetings(), 'contact.getAll', { inputs });
	expect(json.map(({ contact_id: id, has_host: isHost }) => [id, isHost])).toEqual([
		[2052, true],
		[35, false],
		[37, false],
	]);
});
