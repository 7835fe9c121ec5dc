import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { openSession } from './openSession';
import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

const options = { sendAsOneRequest: true, maxRetries: 0 };

const emailOf = (name: string) => `${name.toLowerCase()}@customer.example`;
const person = (name: string) => ({ name, email: emailOf(name) });

/** The contacts of each item: somebody, and a partner. */
const contacts = {
	values: [
		{ name: '={{ $json.name }}', email: '={{ $json.email }}' },
		{ name: '={{ $json.partner }}', email: '={{ $json.partnerEmail }}' },
	],
};

const couple = (name: string, partner: string, more = {}) => ({
	...{ name, email: emailOf(name), partner, partnerEmail: emailOf(partner) },
	...more,
});

/** Adds the contacts of each item to host 52; an item may say otherwise. */
const create = async (items: IDataObject[], more: INodeParameters = {}, continueOnFail = false) => {
	const inputs = { ownerType: 'host', hostId: '={{ $json.hostId ?? 52 }}', contacts, options };
	return await iotum().run('contact.create', {
		inputs: { ...inputs, ...more },
		items,
		continueOnFail,
	});
};

const three = [couple('Ann', 'Ben'), couple('Cleo', 'Dan'), couple('Eve', 'Fred')];
const names = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fred'];

it('sends the contacts of all items in one request', async () => {
	const { json, status } = await create(three);
	expect(status).toBe('success');
	expect(json.map(({ name }) => name)).toEqual(names);
	expect(received(await iotum().control.requests())).toEqual([
		posted('contact/create', { host_id: 52, contacts: names.map(person) }),
	]);
});

it('pairs each contact with the item that it comes from', async () => {
	const { items } = await create(three);
	expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
		['Ann', { item: 0 }],
		['Ben', { item: 0 }],
		['Cleo', { item: 1 }],
		['Dan', { item: 1 }],
		['Eve', { item: 2 }],
		['Fred', { item: 2 }],
	]);
});

it('sends one request for each item without it', async () => {
	const batching = { values: { concurrentRequests: 1, pause: 0 } };
	await create(three, { options: { batching } });
	const requests = received(await iotum().control.requests());
	expect(requests).toHaveLength(3);
});

it('fails all items when the request fails', async () => {
	const { control } = iotum();
	const { json, items } = await create(three, { hostId: 999 }, true);
	const message = 'Iotum does not know what was asked for: No host 999';
	expect(json.map(({ error }) => String(error))).toEqual(
		Array<unknown>(3).fill(expect.stringMatching(new RegExp(`^${message}`))),
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
	expect(received(await control.requests())).toHaveLength(1);
});

it.each([
	[
		'another owner',
		{ hostId: 53 },
		'"Send as One Request" needs the same owner for all items [item 1]',
		'Turn it off, or sort the items by owner.',
	],
	[
		'a contact that cannot be used',
		{ partnerEmail: 'dan' },
		'"Email" is not an e-mail address [item 1]',
		'Enter one such as nathan@example.com.',
	],
	[
		'a contact without a name',
		{ name: '' },
		'"Name" is empty [item 1]',
		'Enter a value or map one to it.',
	],
])('names the item that has %s, and sends nothing', async (_, second, message, description) => {
	const { error } = await create([couple('Ann', 'Ben'), couple('Cleo', 'Dan', second)]);
	expect(error).toMatchObject({ message, description });
	expect(await iotum().control.requests()).toEqual([]);
});

it('says that fewer contacts came back than were sent', async () => {
	const { control } = iotum();
	await openSession(iotum());
	const body = [{ contact_id: 1, ...person('Ann') }];
	await control.fault({ kind: 'status', status: 200, body, path: '*/contact/create' });
	const { error } = await create(three);
	expect(error?.message).toContain('The vendor answered with 1 contacts to 6 new ones');
	expect(error?.description).toBe(
		'Get many contacts to see which are there before running this again.',
	);
});

it('refuses to send nobody', async () => {
	const { error } = await create(three, { contacts: {} });
	expect(error).toMatchObject({
		message: '"Contacts" is empty [item 0]',
		description: 'Add at least one contact.',
	});
	expect(await iotum().control.requests()).toEqual([]);
});

it('sends nothing for no items', async () => {
	const { json } = await create([]);
	expect(json).toEqual([]);
	expect(await iotum().control.requests()).toEqual([]);
});

it('takes a hundred items in one request, in their order', async () => {
	const items = Array.from({ length: 100 }, (_, index) => couple(`A${index}`, `B${index}`));
	const { json } = await create(items);
	expect(json.map(({ name }) => name)).toEqual(
		items.flatMap(({ name, partner }) => [name, partner]),
	);
	expect(received(await iotum().control.requests())).toHaveLength(1);
});
