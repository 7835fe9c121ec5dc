import { useIotum } from './setup';
import { found, TRIGGER, TRIGGERS } from './triggerWorkflow';
import { foundIds, foundOf, hosts, stored, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

const HELD = '/enterprise_api/host/conferences';

afterEach(() => {
	iotum().engine.credentials.iotumApi = iotum().credentials.iotumApi;
});

const held = async (request: object = {}) =>
	await iotum().vendor.addConferences({ held: true, recordings: 1, ...request });

describe('a look that fails', () => {
	test.each([
		[
			'an overloaded vendor',
			{ kind: 'status', status: 503 } as const,
			'Iotum failed to process the request',
		],
		['a web page', { kind: 'html' } as const, 'Iotum answered with a web page instead of data'],
		['half a list', { kind: 'cutJson' } as const, 'Iotum sent an answer that is incomplete'],
		['no answer', { kind: 'reset' } as const, 'Iotum closed the connection too early'],
		[
			'something that is no list',
			{ kind: 'status', status: 200, body: { message: 'OK' } } as const,
			'Iotum sent something that is not a list',
		],
	])('because of %s shows so, and nothing is lost', async (_case, fault, message) => {
		const { engine, control, credentials } = iotum();
		const workflow = watching('conferenceEnded', { hosts: hosts(53, 52) });
		const active = await engine.activate(workflow);
		const before = stored(iotum(), workflow);
		const ids = (await held({ count: 2, hostId: 53 })).map(({ id }) => id);
		// The first host is good, so that a hasty node would know its conferences.
		await control.fault({ ...fault, path: HELD, after: 1 });
		const [failed] = await active.tick();
		expect(failed).toMatchObject({ node: TRIGGER, emitted: null, error: { message } });
		expect(failed?.execution).toBeUndefined();
		expect(JSON.stringify(failed?.error)).not.toContain(credentials.iotumApi.apiToken);
		expect(stored(iotum(), workflow)).toEqual(before);
		expect(foundIds(await active.tick())?.sort()).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});

	it('between two recordings hands over both at the next look, once', async () => {
		const { engine, control } = iotum();
		const active = await engine.activate(watching('recordingPublished'));
		const ids = (await held({ count: 2 })).flatMap(({ recordings }) =>
			recordings.map(({ id }) => id),
		);
		const path = '/enterprise_api/conference/fetch';
		await control.fault({ kind: 'status', status: 500, path, after: 1 });
		expect((await active.tick())[0]?.error).toBeDefined();
		expect(foundOf('recording_id', await active.tick())?.sort()).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});

	it('repeats what passes at once, as often as the options say', async () => {
		const { engine, control } = iotum();
		const active = await engine.activate(
			watching('conferenceEnded', { options: { maxRetries: 1 } }),
		);
		const ids = (await held()).map(({ id }) => id);
		await control.fault({ kind: 'status', status: 503, path: HELD });
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('is not one when only the session has expired', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(watching('conferenceEnded'));
		const ids = (await held()).map(({ id }) => id);
		await vendor.expireSessions();
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('tells of a vendor that gives the same page again and again', async () => {
		const { engine, control } = iotum();
		const active = await engine.activate(watching('conferenceEnded'));
		const [conference] = await held();
		const body = { conferences: [{ conference_id: conference?.id }], next_page: 'x' };
		await control.fault({ kind: 'status', status: 200, path: HELD, times: 'always', body });
		expect((await active.tick())[0]?.error?.message).toContain('same page twice');
		await control.clearFaults();
		expect(foundIds(await active.tick())).toEqual([conference?.id]);
	});
});
