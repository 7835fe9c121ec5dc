import { RESTART } from '../polling';
import { SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { found, foundIds, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const watching = (options = {}) =>
	triggerWorkflow('flexpertoPollingTrigger', { event: 'contractSessionCompleted', options });

/** New contract sessions that wait for a signature. */
async function waiting(count = 1): Promise<number[]> {
	const views = await flexperto().vendor.createSessions({ count, documents: 1, handedOver: true });
	return views.map(({ session }) => session.id);
}

describe('Contract Session Completed', () => {
	it('hands over a session once, when the last signature has been placed', async () => {
		const { engine, vendor, control } = flexperto();
		const active = await engine.activate(watching());
		const [view] = await vendor.createSessions({ documents: 2, handedOver: true });
		const [one, other] = view?.documents ?? [];
		expect(found(await active.tick())).toBeNull();
		await vendor.signDocument(one?.id ?? 0);
		expect(found(await active.tick())).toBeNull();
		const { session } = await vendor.signDocument(other?.id ?? 0);

		await control.clearRequests();
		expect(found(await active.tick())).toEqual([session]);
		expect(session.transaction_completed).toBe(true);
		const requests = await control.requests();
		expect(requests.map(({ method, path, query }) => [method, path, query])).toEqual([
			['GET', SESSIONS, { limit: '100', offset: '0' }],
		]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('hands over nothing that was completed before the workflow was published', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 3, documents: 1, signed: true });
		const [open = 0] = await waiting();
		const active = await engine.activate(watching());
		expect(found(active.firstTicks)).toBeNull();
		await vendor.signSession(open);
		expect(foundIds(await active.tick())).toEqual([open]);
	});

	it('hands that over with Include Existing on, once', async () => {
		const { engine, vendor } = flexperto();
		await waiting();
		await vendor.createSessions({ count: 3, documents: 1, signed: true });
		const active = await engine.activate(watching({ includeExisting: true }));
		expect(foundIds(active.firstTicks)).toEqual([2, 3, 4]);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over a session that was started and completed between two looks', async () => {
		const { engine, vendor } = flexperto();
		await waiting(2);
		const active = await engine.activate(watching());
		const [view] = await vendor.createSessions({ documents: 1, signed: true });
		expect(foundIds(await active.tick())).toEqual([view?.session.id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over sessions in the order of the list, whenever they were started', async () => {
		const { engine, vendor } = flexperto();
		const [oldest = 0, , youngest = 0] = await waiting(3);
		const active = await engine.activate(watching());
		await vendor.signSession(youngest);
		await vendor.signSession(oldest);
		expect(foundIds(await active.tick())).toEqual([oldest, youngest]);
	});

	it('asks in the name of the user it acts as, and finds that user’s sessions only', async () => {
		const { engine, vendor, control } = flexperto();
		const expert = await vendor.createUser();
		const actingUserId = { __rl: true, mode: 'id', value: String(expert.id) };
		const active = await engine.activate(watching({ actingUserId }));
		await vendor.createSessions({ documents: 1, signed: true });
		const own = { expertId: expert.id, documents: 1, signed: true };
		const [view] = await vendor.createSessions(own);
		expect(found(await active.tick())).toEqual([view?.session]);
		const users = (await control.requests()).map(({ headers }) => headers['x-user-id']);
		expect(users).toEqual([String(expert.id), String(expert.id)]);
	});

	it('tells what a missing list means', async () => {
		const { engine, control } = flexperto();
		const active = await engine.activate(watching());
		await control.fault({ kind: 'status', status: 404, path: SESSIONS });
		const [failed] = await active.tick();
		expect(failed?.error?.message).toContain(
			'no list of contract sessions at the expected address',
		);
	});
});

describe('after a restart of n8n', () => {
	it('finds what was started and completed since the last look that was stored', async () => {
		const { engine, vendor } = flexperto();
		await waiting(2);
		const active = await engine.activate(watching());
		const [started = 0] = await waiting();
		expect(found(await active.tick())).toBeNull();
		await vendor.signSession(started);
		await vendor.signSession(1);
		await active.restart(RESTART);
		expect(foundIds(active.firstTicks)).toEqual([1, started]);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});
});

describe('a long list', () => {
	it('is read to its end, and no session of the past is remembered', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 250, documents: 1, signed: true });
		const [first = 0, second = 0] = await waiting(2);
		const workflow = watching();
		const active = await engine.activate(workflow);
		await vendor.signSession(second);
		expect(foundIds(await active.tick())).toEqual([second]);
		expect(found(await active.tick())).toBeNull();
		await vendor.signSession(first);
		expect(foundIds(await active.tick())).toEqual([first]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();

		await vendor.createSessions({ documents: 1, signed: true });
		expect(found(await active.tick())).toHaveLength(1);
		const stored = engine.staticData.load(String(workflow.id));
		expect(JSON.stringify(stored).length).toBeLessThan(250);
	});

	it('gives nothing of the past when n8n restarts with what it stored at first', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: 150, documents: 1, signed: true });
		const [open = 0] = await waiting();
		const active = await engine.activate(watching());
		expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
		await vendor.signSession(open);
		await active.restart(RESTART);
		expect(foundIds(active.firstTicks)).toEqual([open]);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('from which a session is missed while it is paged gives it at the next look', async () => {
		const { engine, vendor, control } = flexperto();
		const active = await engine.activate(watching());
		await vendor.createSessions({ count: 102, documents: 1, signed: true });
		// One session was removed after the first page: what follows moved up, number 101 is on no page.
		const items = (await vendor.sessions()).slice(101).map(({ session }) => session);
		const body = { items, limit: 100, offset: 100, total: 101 };
		await control.fault({ kind: 'status', status: 200, path: SESSIONS, after: 1, body });
		const expected = Array.from({ length: 102 }, (_, index) => index + 1);
		expect(foundIds(await active.tick())).toEqual(expected.filter((id) => id !== 101));
		expect(foundIds(await active.tick())).toEqual([101]);
		expect(found(await active.tick())).toBeNull();
	});
});
