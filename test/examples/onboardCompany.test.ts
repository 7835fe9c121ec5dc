import axios from 'axios';
import { signedIn } from '../sandbox/iotumHarness';
import { withInputs } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const PEOPLE = ['carla.weber@bank.example', 'anna.berger@bank.example', 'jonas.klein@bank.example'];

const vendor = () => playground().sandbox.control.iotum;

/** What the vendor got, by the end of the path, beside sign-ins and look-ups. */
const changes = async () =>
	(await playground().sandbox.control.requests({ vendor: 'iotum' }))
		.map(({ path, body }) => ({ path: path.replace('/enterprise_api/', ''), body }))
		.filter(({ path }) => !/authenticate|fetch/.test(path));

const company = async () =>
	(await vendor().companies()).find(({ subdomain }) => subdomain === 'example-bank');

const subscriptions = async (companyId?: number) =>
	(await vendor().subscriptions())
		.filter((subscription) => subscription.companyId === companyId)
		.map(({ slug, status, hostLimit }) => ({ slug, status, hostLimit }));

const hosts = async (companyId?: number) =>
	(await vendor().hosts()).filter((host) => host.companyId === companyId);

const onboard = async (workflow = playground().example('onboard-company')) =>
	await playground().engine.run(workflow);

describe('onboard-company', () => {
	it('creates the company, its plan and its people, and gives each a link to sign in', async () => {
		const { status, outputs } = await onboard();
		expect(status).toBe('success');
		const created = await company();
		expect(created).toMatchObject({ name: 'Example Bank' });
		const companyId = created?.id;
		expect(await subscriptions(companyId)).toEqual([
			{ slug: 'small_plan', status: 'Canceled', hostLimit: undefined },
			{ slug: 'large_plan', status: 'Active', hostLimit: 3 },
		]);
		const people = await hosts(companyId);
		expect(people.map(({ settings }) => settings)).toEqual(
			PEOPLE.map((email, index) =>
				expect.objectContaining({
					email,
					role: index === 0 ? 'COMPANY_ADMIN' : 'HOST',
					time_zone: 'Europe/Berlin',
				}),
			),
		);
		const links = outputs['Links for the People']?.[0]?.map(({ json }) => json) ?? [];
		expect(links).toEqual(
			people.map(({ id, settings }) => ({
				name: settings.name,
				email: settings.email,
				companyId,
				hostId: id,
				hostIsNew: true,
				meetingRoom: expect.stringContaining('/conf/call/'),
				signInLink: expect.stringContaining(`/auth?host_id=${id}&login_token_public_key=`),
			})),
		);
		for (const { signInLink } of links) {
			const { status, headers } = await axios.get(String(signInLink), {
				proxy: false,
				maxRedirects: 0,
				validateStatus: () => true,
			});
			expect([status, headers.location]).toEqual([
				302,
				expect.stringContaining('/conf/calls/upcoming'),
			]);
		}
		expect((await changes())[0]).toMatchObject({
			path: 'company/create',
			body: { name: 'Example Bank', subdomain: 'example-bank' },
		});
		expect((await changes())[1]).toEqual({
			path: 'subscription/create',
			body: {
				auth_token: expect.any(String),
				company_id: companyId,
				slug: 'large_plan',
				host_limit: 3,
			},
		});
	});

	it('finds all of it when it runs again, and gives the same links', async () => {
		const first = await onboard();
		const companyId = (await company())?.id;
		const before = [await company(), await subscriptions(companyId), await hosts(companyId)];
		await playground().sandbox.control.clearRequests();
		const second = await onboard();
		expect(second.outputs.Company?.[0]?.[0]?.json).toEqual({ companyId, isNew: false });
		expect([await company(), await subscriptions(companyId), await hosts(companyId)]).toEqual(
			before,
		);
		expect((await changes()).map(({ path }) => path)).toEqual(PEOPLE.map(() => 'host/update'));
		const links = ({ outputs }: typeof first) =>
			outputs['Links for the People']?.[0]?.map(({ json }) => json.signInLink);
		expect(links(second)).toEqual(links(first));
		expect(second.outputs['Links for the People']?.[0]?.map(({ json }) => json.hostIsNew)).toEqual([
			false,
			false,
			false,
		]);
	});

	it('leaves a suspended plan suspended', async () => {
		await onboard();
		const companyId = (await company())?.id ?? 0;
		const send = await signedIn(playground().sandbox, 'iotum', 'resellerAdmin');
		await send('subscription/suspend', { company_id: companyId, slug: 'large_plan' });
		await playground().sandbox.control.clearRequests();
		await onboard();
		expect((await changes()).map(({ path }) => path)).not.toContain('subscription/create');
		expect(await subscriptions(companyId)).toContainEqual({
			slug: 'large_plan',
			status: 'Suspended',
			hostLimit: 3,
		});
	});

	it('goes on after a failure in the middle, with the person that was missing', async () => {
		const path = '/enterprise_api/host/create';
		const { control } = playground().sandbox;
		await control.fault({ vendor: 'iotum', kind: 'status', status: 422, path, after: 2 });
		const failed = await onboard();
		expect([failed.status, failed.error?.nodeName]).toEqual(['error', 'Provision Host']);
		const { outputs } = await onboard();
		const links = outputs['Links for the People']?.[0]?.map(({ json }) => json) ?? [];
		expect(links.map(({ hostIsNew }) => hostIsNew).sort()).toEqual([false, false, true]);
		expect(await hosts((await company())?.id)).toHaveLength(PEOPLE.length);
	});

	it('takes the ID of a company in which nobody is yet, as its note tells', async () => {
		const path = '/enterprise_api/host/create';
		const { control } = playground().sandbox;
		await control.fault({ vendor: 'iotum', kind: 'status', status: 422, path, times: 3 });
		const failed = await onboard();
		const id = String(failed.outputs['Create Company']?.[0]?.[0]?.json.id);

		const { error } = await onboard();
		expect([error?.nodeName, error?.message, error?.description]).toEqual([
			'Get Company',
			expect.stringContaining('The ID of the company "example-bank" cannot be found out'),
			expect.stringContaining('Enter the ID.'),
		]);
		const companyId = { __rl: true, mode: 'id', value: id };
		const { status } = await onboard(
			withInputs(playground().example('onboard-company'), 'Get Company', { companyId }),
		);
		expect(status).toBe('success');
		expect(await hosts(Number(id))).toHaveLength(PEOPLE.length);
		const named = (await vendor().companies()).filter(({ name }) => name === 'Example Bank');
		expect(named).toHaveLength(1);
	});
});
