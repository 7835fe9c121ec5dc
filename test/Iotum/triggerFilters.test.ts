import { useIotum } from './setup';
import { posted, received } from './requests';
import { send, started, TRIGGER, TRIGGERS, triggerWorkflow } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => {
	iotum().engine.credentials.iotumApi = iotum().credentials.iotumApi;
});

/** A published workflow with filters, and a way to report what happens in a host's conference. */
async function published(filters: object) {
	const { engine, control, access } = iotum();
	const active = await engine.activate(
		triggerWorkflow('iotumTrigger', { filters: { ...filters } }),
	);
	await control.clearRequests();
	const report = async (payload: object, event = 'conference_end') =>
		await send(
			active.urls[TRIGGER] ?? '',
			{ event, payload: JSON.stringify(payload), timestamp: new Date().toISOString() },
			{ 'x-signing-token': access.signingToken ?? '' },
		);
	return { active, report };
}

const otherHost = { status: 200, data: { message: 'Nothing to do: it is about another host' } };
const otherCompany = {
	status: 200,
	data: { message: 'Nothing to do: it is about another company' },
};

/** What the vendor was asked, apart from signing in. */
const asked = async () => received(await iotum().control.requests());

describe('Filters > Host', () => {
	test.each([
		['a number', 52],
		['a text', '52'],
		['one picked from the list', { __rl: true, mode: 'list', value: '52' }],
		['an expression', '={{ 50 + 2 }}'],
	])('%s lets this host alone through, and asks for nothing', async (_case, hostId) => {
		const { active, report } = await published({ hostId });
		expect(await report({ host_id: 53, company_id: 5, conference_id: 1 })).toEqual(otherHost);
		expect(await report({ host_id: 52, company_id: 5, conference_id: 2 })).toMatchObject({
			status: 200,
		});
		expect(await report({ conference_id: 3 })).toEqual(otherHost);
		expect(started(await active.executions())).toMatchObject([{ payload: { conference_id: 2 } }]);
		expect(await asked()).toEqual([]);
	});
});

describe('Filters > Company', () => {
	it('lets the company alone through that the report names, and asks for nothing', async () => {
		const { active, report } = await published({ companyId: 5 });
		expect(await report({ host_id: 61, company_id: 6, conference_id: 1 })).toEqual(otherCompany);
		await report({ host_id: 52, company_id: 5, conference_id: 2 });
		expect(started(await active.executions())).toMatchObject([{ payload: { conference_id: 2 } }]);
		expect(await asked()).toEqual([]);
	});

	it('looks the company up by the host when the report does not name it', async () => {
		const { active, report } = await published({ companyId: '5' });
		expect(await report({ host_id: 61, conference_id: 1 })).toEqual(otherCompany);
		expect(await report({ host_id: 52, conference_id: 2 })).toMatchObject({ status: 200 });
		expect(started(await active.executions())).toEqual([
			expect.objectContaining({ payload: { host_id: 52, conference_id: 2 } }),
		]);
		expect(await asked()).toEqual([
			posted('host/fetch', { host_id: 61 }),
			posted('host/fetch', { host_id: 52 }),
		]);
	});

	it.each([0, -1, 1.5, 1e-323, 1e21, 2 ** 53])(
		'asks for nothing when the report names a host that cannot be: %d',
		async (host) => {
			const { active, report } = await published({ companyId: 5 });
			expect(await report({ host_id: host, conference_id: 1 })).toEqual(otherCompany);
			expect(await active.executions()).toEqual([]);
			expect(await asked()).toEqual([]);
		},
	);

	it('starts nothing for a host that is gone, and for a report without one', async () => {
		const { active, report } = await published({ companyId: 5 });
		expect(await report({ host_id: 999, conference_id: 1 })).toEqual(otherCompany);
		expect(await report({ conference_id: 1 })).toEqual(otherCompany);
		expect(await active.executions()).toEqual([]);
		expect(await asked()).toEqual([posted('host/fetch', { host_id: 999 })]);
	});

	it('starts nothing for a host that the credential may not see, as it is another company’s', async () => {
		const { engine, access, credentials } = iotum();
		const { apiToken } = access.companyAdmin;
		engine.credentials.iotumApi = { ...credentials.iotumApi, apiToken };
		const { active, report } = await published({ companyId: 5 });
		expect(await report({ host_id: 61, conference_id: 1 })).toEqual(otherCompany);
		expect(await report({ host_id: 52, conference_id: 2 })).toMatchObject({ status: 200 });
		expect(started(await active.executions())).toMatchObject([{ payload: { conference_id: 2 } }]);
	});

	it('asks only about reports whose event and host are wanted', async () => {
		const { active, report } = await published({ companyId: 5, hostId: 52 });
		expect(await report({ host_id: 53 })).toEqual(otherHost);
		await report({ host_id: 52 });
		expect(await asked()).toEqual([posted('host/fetch', { host_id: 52 })]);
		expect(await active.executions()).toHaveLength(1);
	});

	it('has a report sent again while the vendor cannot be asked', async () => {
		const { control, engine, access, credentials } = iotum();
		const { active, report } = await published({ companyId: 5 });
		const path = '/enterprise_api/host/fetch';
		await control.fault({ kind: 'status', status: 503, path, times: 'always' });
		const before = engine.logs.length;
		const later = {
			status: 503,
			data: { message: 'The delivery could not be checked now, please send it again' },
		};
		expect(await report({ host_id: 52 })).toEqual(later);
		const errors = engine.logs.slice(before).filter(({ level }) => level === 'error');
		expect(errors.map(({ message }) => message)).toEqual([
			expect.stringContaining(
				'A delivery could not be checked: Iotum failed to process the request',
			),
		]);
		for (const secret of [access.signingToken, credentials.iotumApi.apiToken]) {
			expect(JSON.stringify(engine.logs)).not.toContain(secret);
		}
		expect(await active.executions()).toEqual([]);
		await control.clearFaults();
		expect(await report({ host_id: 52 })).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(1);
	});
});
