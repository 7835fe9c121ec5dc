import { useIotum } from './setup';
import { posted, received } from './requests';
import { found, TRIGGERS } from './triggerWorkflow';
import { day, foundIds, held, hosts, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const asked = async () => received(await iotum().control.requests());

describe('Conference Ended, of several hosts', () => {
	it('hands over those of each host with its number, and of no other', async () => {
		const { engine, control } = iotum();
		const workflow = watching('conferenceEnded', { hosts: hosts('53', 52) });
		const active = await engine.activate(workflow);
		const [own] = await held(iotum());
		const [second] = await held(iotum(), { hostId: 53 });
		await held(iotum(), { hostId: 61 });
		await control.clearRequests();
		expect(found(await active.tick())).toMatchObject([
			{ host_id: 53, conference_id: second },
			{ host_id: 52, conference_id: own },
		]);
		expect(await asked()).toEqual([
			posted('host/conferences', { host_id: 53, start_date: day(-3) }),
			posted('host/conferences', { host_id: 52, start_date: day(-3) }),
		]);
		expect(found(await active.tick())).toBeNull();
	});

	it('counts a host once that was added twice', async () => {
		const { engine } = iotum();
		const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(52, '52') }));
		const ids = await held(iotum());
		expect(foundIds(await active.tick())).toEqual(ids);
	});
});

describe('Conference Ended, of all hosts of a company', () => {
	const ofCompany = { watch: 'company', companyId: 5 };

	it('hands over those of every host, also of one that joins later', async () => {
		const { engine, control, vendor } = iotum();
		const active = await engine.activate(watching('conferenceEnded', ofCompany));
		const ids = [...(await held(iotum())), ...(await held(iotum(), { hostId: 53 }))];
		await held(iotum(), { hostId: 61 });
		await control.clearRequests();
		expect(foundIds(await active.tick())?.sort()).toEqual(ids);
		const [first, ...others] = await asked();
		expect(first).toEqual(posted('host/fetch_all', { company_id: 5 }));
		expect(others).toEqual(
			[51, 52, 53].map((host_id) => posted('host/conferences', { host_id, start_date: day(-3) })),
		);
		const [host] = await vendor.addHosts({ companyId: 5 });
		const later = await held(iotum(), { hostId: host?.id });
		expect(found(await active.tick())).toMatchObject([
			{ host_id: host?.id, conference_id: later[0] },
		]);
		expect(found(await active.tick())).toBeNull();
	});

	it('means the own company of a company admin when none is given', async () => {
		const { engine, control, access, credentials } = iotum();
		const { apiToken } = access.companyAdmin;
		engine.credentials.iotumApi = { ...credentials.iotumApi, apiToken };
		const active = await engine.activate(watching('conferenceEnded', { watch: 'company' }));
		const ids = await held(iotum());
		await control.clearRequests();
		expect(foundIds(await active.tick())).toEqual(ids);
		expect((await asked())[0]).toEqual(posted('host/fetch_all', {}));
		engine.credentials.iotumApi = credentials.iotumApi;
	});

	it('starts nothing while the company has no conferences', async () => {
		const { engine } = iotum();
		const active = await engine.activate(
			watching('conferenceEnded', { ...ofCompany, companyId: 6 }),
		);
		expect(found(await active.tick())).toBeNull();
	});
});
