import { RESTART } from '../polling';
import { DOCUMENTS, SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { found, triggerWorkflow, withInputs } from './triggerWorkflow';
import type { Tick } from '../harness/activeWorkflow';

const flexperto = useFlexperto();

const sessionId = (id: number | undefined) => ({ __rl: true, mode: 'id', value: String(id) });

const watching = (inputs = {}) =>
	triggerWorkflow('flexpertoPollingTrigger', { event: 'documentStatusChanged', ...inputs });

/** What a look handed over: session, document and state. */
const changes = (ticks: Tick[]) =>
	found(ticks)?.map(({ sessionId: session, id, status }) => `${session}/${id} ${status}`) ?? null;

const asked = async () =>
	(await flexperto().control.requests()).map(({ path, rawQuery }) => `${path}?${rawQuery}`);

describe('Document Status Changed, for one session', () => {
	it('hands over each change of each document once, with the session it belongs to', async () => {
		const { engine, vendor, control, run } = flexperto();
		const expert = await vendor.createUser();
		const [view] = await vendor.createSessions({ expertId: expert.id, documents: 2 });
		const active = await engine.activate(watching({ sessionId: sessionId(view?.session.id) }));
		expect(found(active.firstTicks)).toBeNull();

		const inputs = { sessionId: sessionId(1), actingUserId: sessionId(expert.id) };
		await run('contractSession.handOver', { inputs });
		await control.clearRequests();
		const ticks = await active.tick();
		const [{ documents } = { documents: [] }] = await vendor.sessions();
		expect(found(ticks)).toEqual(documents.map((document) => ({ sessionId: '1', ...document })));
		expect(changes(ticks)).toEqual(['1/1 UPLOADED', '1/2 UPLOADED']);
		expect(await asked()).toEqual([`${DOCUMENTS}?sessionId=1&limit=100&offset=0`]);
		expect(found(await active.tick())).toBeNull();

		await vendor.signDocument(1);
		expect(changes(await active.tick())).toEqual(['1/1 UPDATED']);
		await vendor.signDocument(2);
		expect(changes(await active.tick())).toEqual(['1/1 FINISHED', '1/2 FINISHED']);
		await vendor.deleteDocument(2);
		expect(changes(await active.tick())).toEqual(['1/2 DELETED']);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over what is there at the first look only with Include Existing', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ documents: 2 });
		const inputs = { sessionId: sessionId(1) };
		const given = await Promise.all(
			[{}, { includeExisting: false }, { includeExisting: true }].map(async (options) =>
				changes((await engine.activate(watching({ ...inputs, options }))).firstTicks),
			),
		);
		expect(given).toEqual([null, null, ['1/1 ATTACHED', '1/2 ATTACHED']]);
	});

	it('does not look at other sessions, and starts anew when another is chosen', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 2, documents: 1, handedOver: true });
		const workflow = watching({ sessionId: sessionId(1) });
		const active = await engine.activate(workflow);
		await vendor.signSession(2);
		expect(found(await active.tick())).toBeNull();
		await active.deactivate();

		const other = await engine.activate(
			withInputs(workflow, { event: 'documentStatusChanged', sessionId: sessionId(2) }),
		);
		expect(found(other.firstTicks)).toBeNull();
		await vendor.signSession(1);
		expect(found(await other.tick())).toBeNull();
		await vendor.deleteDocument(2);
		expect(changes(await other.tick())).toEqual(['2/2 DELETED']);
	});

	it('cannot be published for a session that does not exist', async () => {
		const { engine } = flexperto();
		await expect(engine.activate(watching({ sessionId: sessionId(99) }))).rejects.toThrow(
			'Flexperto does not know what was asked for: No contract session 99.',
		);
	});
});

describe('Document Status Changed, for all sessions that are not completed', () => {
	it('asks for the list and for the documents of each open session', async () => {
		const { engine, vendor, control } = flexperto();
		await vendor.createSessions({ documents: 1, signed: true });
		await vendor.createSessions({ count: 2, documents: 1, handedOver: true });
		const active = await engine.activate(watching());
		expect(found(active.firstTicks)).toBeNull();
		expect(await asked()).toEqual([
			`${SESSIONS}?limit=100&offset=0`,
			`${DOCUMENTS}?sessionId=2&limit=100&offset=0`,
			`${DOCUMENTS}?sessionId=3&limit=100&offset=0`,
		]);
		await control.clearRequests();
		await vendor.createSessions({ documents: 1 });
		expect(changes(await active.tick())).toEqual(['4/4 ATTACHED']);
		expect(await asked()).toHaveLength(4);
	});

	it('hands over the last change of a session that was completed between two looks', async () => {
		const { engine, vendor, control } = flexperto();
		await vendor.createSessions({ count: 2, documents: 2, handedOver: true });
		const active = await engine.activate(watching());
		await vendor.signSession(1);
		expect(changes(await active.tick())).toEqual(['1/1 FINISHED', '1/2 FINISHED']);
		// From then on the completed session is not asked for any more.
		await control.clearRequests();
		expect(found(await active.tick())).toBeNull();
		expect(await asked()).toEqual([
			`${SESSIONS}?limit=100&offset=0`,
			`${DOCUMENTS}?sessionId=2&limit=100&offset=0`,
		]);
	});

	it('hands over the documents of a session that was started and completed between two looks', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ documents: 1, signed: true });
		const active = await engine.activate(watching());
		await vendor.createSessions({ documents: 1, signed: true });
		expect(changes(await active.tick())).toEqual(['2/2 FINISHED']);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over each change once when the sessions fill more than a page', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 100, documents: 1, signed: true });
		await vendor.createSessions({ count: 2, documents: 1, handedOver: true });
		const active = await engine.activate(watching());
		expect(found(active.firstTicks)).toBeNull();
		expect(found(await active.tick())).toBeNull();
		await vendor.signSession(101);
		expect(changes(await active.tick())).toEqual(['101/101 FINISHED']);
		expect(found(await active.tick())).toBeNull();
		await vendor.createSessions({ documents: 1, signed: true });
		expect(changes(await active.tick())).toEqual(['103/103 FINISHED']);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('goes on when a session it has watched is gone', async () => {
		const { engine, vendor, control } = flexperto();
		await vendor.createSessions({ documents: 1, handedOver: true });
		const active = await engine.activate(watching());
		await vendor.signSession(1);
		await vendor.createSessions({ documents: 1 });
		await control.fault({ kind: 'status', status: 404, path: DOCUMENTS });
		expect(changes(await active.tick())).toEqual(['2/2 ATTACHED']);
		expect(found(await active.tick())).toBeNull();
	});

	it('asks in the name of the user it acts as', async () => {
		const { engine, vendor, control } = flexperto();
		const expert = await vendor.createUser();
		await vendor.createSessions({ documents: 1 });
		await vendor.createSessions({ expertId: expert.id, documents: 1 });
		const options = { actingUserId: sessionId(expert.id), includeExisting: true };
		const active = await engine.activate(watching({ options }));
		expect(changes(active.firstTicks)).toEqual(['2/2 ATTACHED']);
		const users = (await control.requests()).map(({ headers }) => headers['x-user-id']);
		expect(users).toEqual([String(expert.id), String(expert.id)]);
	});

	it('after a restart repeats nothing and finds what changed meanwhile', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 2, documents: 1, handedOver: true });
		const active = await engine.activate(watching());
		await vendor.signSession(1);
		await active.restart(RESTART);
		expect(changes(active.firstTicks)).toEqual(['1/1 FINISHED']);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});
});
