import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const john = { name: 'John Host', email: 'john@company.example' };

describe('a new host', () => {
	it('goes out with its plan and add-ons by slug, and nothing else that was left out', async () => {
		const { calls, json } = await runWithCalls(vivoMeetings(), 'host.create', {
			inputs: {
				...john,
				additionalFields: { companyId: 5, planSlug: 'small_plan', addOnSlugs: 'recording' },
			},
		});
		const sent = { ...john, company_id: 5, plan_slug: 'small_plan', add_on_slugs: ['recording'] };
		expect(calls).toEqual([call('host/create', sent)]);
		expect(json).toMatchObject([{ ...john, subscription_ids: [110, 111] }]);
	});

	it('needs no company with a company admin, even when the field is added and left empty', async () => {
		const { access, credentials } = vivoMeetings();
		const { email, password } = access.companyAdmin;
		const { run, control } = vivoMeetings();
		const result = await run('host.create', {
			inputs: { ...john, additionalFields: { companyId: '' } },
			credentials: { vivoMeetingsApi: { ...credentials.vivoMeetingsApi, email, password } },
		});
		expect(result.error).toBeUndefined();
		const [request] = await control.requests({ path: '*/host/create' });
		expect(request?.body).toEqual({ ...john, auth_token: expect.any(String) });
	});

	it('tells everything the vendor answers with Simplify off', async () => {
		const { json } = await runWithCalls(vivoMeetings(), 'host.get', {
			inputs: { hostId: '52', simplify: false },
		});
		expect(Object.keys(json[0] ?? {}).sort()).toEqual([
			'access_code',
			'add_on_slugs',
			'disable_emails',
			'email',
			'host_id',
			'login_token_public_key',
			'meeting_url',
			'moderator_pin',
			'name',
			'openid_sub',
			'password_creation_link',
			'plan_slug',
			'primary_dialin_number',
			'role',
			'sip_uri',
			'subscription_ids',
		]);
	});

	it('keeps its password out of the error of a vendor that repeats it', async () => {
		const { run, control } = vivoMeetings();
		const body = { message: 'The password SoSecret5! is too weak' };
		await control.fault({ path: '*/host/create', kind: 'status', status: 422, body });
		const additionalFields = { companyId: '5', password: '={{ $json.chosen }}' };
		const { error, logs } = await run('host.create', {
			inputs: { ...john, additionalFields },
			items: [{ chosen: 'SoSecret5!' }],
		});
		expect(error?.message).toBe(
			'VivoMeetings did not accept the request: The password *** is too weak [item 0]',
		);
		expect(JSON.stringify([error, logs])).not.toContain('SoSecret5!');
	});
});

describe('an update of a host', () => {
	it.each([
		['role', 'COMPANY_ADMIN', { role: 'COMPANY_ADMIN' }],
		['clearSubscriptions', true, { subscription_ids: [] }],
		['planSlug', { __rl: true, mode: 'list', value: 'small_plan' }, { plan_slug: 'small_plan' }],
		['addOnSlugs', ['recording'], { add_on_slugs: ['recording'] }],
		['subscriptionIds', '={{ [110] }}', { subscription_ids: [110] }],
	])('sends %s alone when nothing else is named', async (field, value, sent) => {
		const inputs = { hostId: '52', updateFields: { [field]: value } };
		const { calls } = await runWithCalls(vivoMeetings(), 'host.update', { inputs });
		expect(calls).toEqual([call('host/update', { host_id: 52, ...sent })]);
	});

	it('is refused when it changes nothing', async () => {
		const { calls, error } = await runWithCalls(vivoMeetings(), 'host.update', {
			inputs: { hostId: '52', updateFields: { name: '' } },
		});
		expect(error).toMatchObject({
			message: '"Update Fields" is empty [item 0]',
			description: 'Add at least one field to change.',
		});
		expect(calls).toEqual([]);
	});
});

secondOfTwoItemsFails('host.getAll', vivoMeetings, ({ access: { baseUrl } }) => ({
	inputs: {
		filters: { companyId: '={{ $json.companyId }}', email: 'HANNA.HOST@vivomeetings.example' },
	},
	items: [{ companyId: 5 }, { companyId: 999 }],
	outputs: [
		{
			host_id: 52,
			name: 'Hanna Host',
			email: 'hanna.host@vivomeetings.example',
			meeting_url: `${baseUrl}/conf/call/1000052`,
			role: 'HOST',
			access_code: '1000052',
		},
	],
	error: unknown('No company 999'),
	calls: [5, 999].map((company_id) => call('host/fetch_all', { company_id })),
}));
