import { openSession } from './openSession';
import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

const john = { name: 'John Host', email: 'john@company.tld' };

const provision = async (count: number, more = {}) =>
	await iotum().run('host.provision', {
		inputs: { ...john, additionalFields: { companyId: 5, ...more } },
		items: Array<object>(count)
			.fill({})
			.map(() => ({})),
	});

const hosts = async () =>
	(await iotum().vendor.hosts()).filter(({ settings }) => settings.email === john.email);

it('makes one host of several items with one e-mail address, worked on at the same time', async () => {
	const { json, status } = await provision(4);
	expect(status).toBe('success');
	expect(json.map(({ host_id: id }) => id)).toEqual([1001, 1001, 1001, 1001]);
	expect(json.filter(({ created }) => created)).toHaveLength(1);
	expect(await hosts()).toHaveLength(1);
	expect(await iotum().vendor.mails()).toHaveLength(1);
});

it('makes one host of them even without login, which the vendor would allow to be many', async () => {
	const { json, status } = await provision(4, { noLogin: true });
	expect(status).toBe('success');
	expect(new Set(json.map(({ host_id: id }) => id)).size).toBe(1);
	expect(await hosts()).toHaveLength(1);
});

it('makes one host of two workflows that run at the same time', async () => {
	const [one, other] = await Promise.all([provision(1), provision(1)]);
	expect(one.json[0]?.host_id).toBe(other.json[0]?.host_id);
	expect([one, other].filter(({ json }) => json[0]?.created)).toHaveLength(1);
	expect(await hosts()).toHaveLength(1);
});

it.each([
	['is reset after the work', { kind: 'reset', when: 'after' } as const],
	['is cut off', { kind: 'cutJson' } as const],
	[
		'is a failure although the host was made',
		{ kind: 'status', status: 502, when: 'after' } as const,
	],
])('finds the host that was created when the answer %s', async (_, fault) => {
	const { control } = iotum();
	await openSession(iotum());
	await control.fault({ ...fault, path: '*/host/create' });
	const { json, error } = await provision(1);
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ host_id: 1001, ...john }]);
	expect(await hosts()).toHaveLength(1);
	const requests = received(await control.requests()).map(({ request }) => request);
	expect(requests.filter((request) => request === 'POST host/create')).toHaveLength(1);
});

it('is refused without a second attempt when the creation failed and no host turns up', async () => {
	const { control } = iotum();
	await openSession(iotum());
	await control.fault({ kind: 'status', status: 500, path: '*/host/create' });
	const { error } = await provision(1);
	expect(error?.message).toBe('Iotum failed to process the request [item 0]');
	expect(await hosts()).toEqual([]);
	const requests = received(await control.requests()).map(({ request }) => request);
	expect(requests.filter((request) => request === 'POST host/create')).toHaveLength(1);
});

it('refuses to choose between hosts that share an e-mail address, and names them', async () => {
	const { vendor, control, run } = iotum();
	const { email } = john;
	const ids = (await vendor.addHosts({ count: 2, no_login: true })).map(({ id }) => id);
	for (const hostId of ids) {
		await run('host.update', { inputs: { hostId, updateFields: { email } } });
	}
	await control.clearRequests();
	const { error } = await provision(1);
	expect(error).toMatchObject({
		message: `Several hosts have the e-mail ${email}: ${ids.join(', ')} [item 0]`,
		description: 'Hosts without login may share one. Update the one you mean by its ID.',
	});
	expect(received(await control.requests())).toEqual([posted('host/fetch_all', { company_id: 5 })]);
});
