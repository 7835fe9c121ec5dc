import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';

const vivoMeetings = useVivoMeetings();

const asCompanyAdmin = () => {
	const { access, credentials } = vivoMeetings();
	const { email, password } = access.companyAdmin;
	return { vivoMeetingsApi: { ...credentials.vivoMeetingsApi, email, password } };
};

describe('what only reseller admins may do', () => {
	const plan = { companyId: '5', slug: 'small_plan' };

	it.each([
		['company.create', { subdomain: 'joe', name: 'Joe' }],
		['company.get', { companyId: '5' }],
		['company.update', { companyId: '5', updateFields: { name: 'Joe' } }],
		['company.getAll', {}],
		['subscription.suspend', plan],
		['subscription.reactivate', plan],
		['subscription.cancel', plan],
		['subscription.getAll', { companyId: '5' }],
	] as const)('is refused to a company admin: %s', async (name, inputs) => {
		const { error } = await vivoMeetings().run(name, { inputs, credentials: asCompanyAdmin() });
		expect(error).toMatchObject({
			message:
				'VivoMeetings allows this only to reseller admins, within their own reseller: A COMPANY_ADMIN may not use this method [item 0]',
			description: expect.stringMatching(
				/^Use the credential of a reseller admin, and check the IDs of this item\. .*: HTTP 403\.$/,
			),
		});
	});
});

describe('what company admins may do in their own company', () => {
	it.each([
		['host.getAll', {}],
		['host.get', { hostId: '52' }],
		['product.getAll', { companyId: '5' }],
		['contact.getAll', { hostId: '52' }],
		['conference.get', { conferenceId: '185' }],
	] as const)('is done: %s', async (name, inputs) => {
		const { error } = await vivoMeetings().run(name, { inputs, credentials: asCompanyAdmin() });
		expect(error).toBeUndefined();
	});

	it.each([
		['host.get', { hostId: '61' }, 'Host 61'],
		['contact.getAll', { hostId: '61' }, 'Host 61'],
		['conference.get', { conferenceId: '186' }, 'Host 61'],
		['product.getAll', { companyId: '6' }, 'Company 6'],
		['subscription.update', { companyId: '6', slug: 'large_plan', hostLimit: 9 }, 'Company 6'],
	] as const)('ends at its border: %s', async (name, inputs, what) => {
		const { error } = await vivoMeetings().run(name, { inputs, credentials: asCompanyAdmin() });
		expect(error).toMatchObject({
			message: `VivoMeetings allows this only to company admins, within their own company, and to reseller admins: ${what} is beyond the scope of your role [item 0]`,
			description: expect.stringContaining(
				'Check the IDs of this item, or use the credential of an admin above them.',
			),
		});
	});
});

describe('a vendor that fails', () => {
	it('is asked again for what is safe to repeat', async () => {
		await vivoMeetings().control.fault({ path: '*/host/fetch', kind: 'status', status: 503 });
		const { calls, error } = await runWithCalls(vivoMeetings(), 'host.get', {
			inputs: { hostId: '52' },
		});
		expect(error).toBeUndefined();
		expect(calls).toEqual([
			call('host/fetch', { host_id: 52 }),
			call('host/fetch', { host_id: 52 }),
		]);
	});

	it.each([
		['company.create', { subdomain: 'joe', name: 'Joe' }, 'company/create'],
		['subscription.create', { companyId: '6', slug: 'recording' }, 'subscription/create'],
		['host.resendInvitation', { hostId: '52' }, 'host/resend_invitation'],
		['conference.createReservationless', { hostId: '52' }, 'conference/create/reservationless'],
		['conference.end', { conferenceId: '185' }, 'conference/end'],
	] as const)('is not asked again for what might be done twice: %s', async (name, inputs, path) => {
		await vivoMeetings().control.fault({ path: `*/${path}`, kind: 'status', status: 500 });
		const { calls, error } = await runWithCalls(vivoMeetings(), name, { inputs });
		expect(calls).toHaveLength(1);
		expect(error).toMatchObject({
			message: expect.stringContaining('VivoMeetings failed to process the request'),
			description: expect.stringContaining(
				'Whether VivoMeetings carried it out is unknown: look before running it again.',
			),
		});
	});
});

describe('items of which some fail', () => {
	it('keep their places, whatever is wrong with them', async () => {
		const hostIds = [52, 'Hanna', 999, 53, 71, ''];
		const { json, items } = await vivoMeetings().run('host.get', {
			inputs: { hostId: '={{ $json.hostId }}' },
			items: hostIds.map((hostId) => ({ hostId })),
			continueOnFail: true,
		});
		expect(json.map(({ host_id: id, error }) => id ?? error)).toEqual([
			52,
			'"Host" is "Hanna" [item 1]',
			'VivoMeetings does not know what was asked for: No host 999 [item 2]',
			53,
			'VivoMeetings allows this only to company admins, within their own company, and to reseller admins: Host 71 is beyond the scope of your role [item 4]',
			'"Host" is empty [item 5]',
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(hostIds.map((_, item) => ({ item })));
	});

	it('go to the error output where there is one', async () => {
		const { output } = await vivoMeetings().run('contact.get', {
			inputs: { hostId: '52', contactId: '={{ $json.contactId }}' },
			items: [{ contactId: 999 }, { contactId: 35 }],
			onError: 'continueErrorOutput',
		});
		expect(output.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 0 }],
		]);
	});

	it.each([
		['host.delete', { hostId: '52' }],
		['conference.end', { conferenceId: '185' }],
	] as const)(
		'are not carried out when they come from a step that failed: %s',
		async (name, inputs) => {
			const { calls, json } = await runWithCalls(vivoMeetings(), name, {
				inputs,
				items: [{ error: 'The step before failed' }],
				continueOnFail: true,
			});
			expect(calls).toEqual([]);
			expect(json[0]?.error).toContain('This item comes from a step that failed');
		},
	);
});
