import { without } from '../../nodes/kit/record';
import { useIotum } from './setup';
import { send, started, TRIGGER, TRIGGERS, triggerWorkflow } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

const repeated = { status: 200, data: { message: 'Nothing to do: this was reported before' } };

const signed = () => ({ 'x-signing-token': iotum().access.signingToken ?? '' });

let reports = 0;

/** A report that no other test has sent. */
const fresh = (timestamp = new Date().toISOString()) => ({
	event: 'conference_end',
	payload: JSON.stringify({ host_id: 52, company_id: 5, conference_id: ++reports }),
	timestamp,
});

async function published(parameters = {}) {
	const active = await iotum().engine.activate(triggerWorkflow('iotumTrigger', parameters));
	const report = async (body: object) => await send(active.urls[TRIGGER] ?? '', body, signed());
	return { active, report };
}

describe('the same report again', () => {
	test('at the same time starts one execution', async () => {
		const { active, report } = await published();
		const body = fresh();
		const answers = await Promise.all([report(body), report(body), report(body)]);
		expect(answers.filter(({ data }) => JSON.stringify(data).includes('before'))).toHaveLength(2);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(await active.executions()).toHaveLength(1);
	});

	test('shortly after, as the vendor delivers it again, starts none', async () => {
		const { vendor } = iotum();
		const { active } = await published();
		await vendor.setWebhooks([{ url: active.urls[TRIGGER] ?? '' }]);
		const [delivery] = await vendor.sendEvent({ event: 'recording_ready' });
		await active.executions();
		expect(await vendor.redeliver(delivery?.id ?? 0)).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(1);
	});

	test('at the same time while its company has to be looked up starts one', async () => {
		const { active, report } = await published({ filters: { companyId: 5 } });
		const body = { ...fresh(), payload: JSON.stringify({ host_id: 52 }) };
		await Promise.all([report(body), report(body), report(body)]);
		expect(await active.executions()).toHaveLength(1);
	});

	test('starts the workflow again a quarter of an hour later, as it may be wanted then', async () => {
		const { active, report } = await published();
		const body = fresh();
		await report(body);
		expect(await report(body)).toEqual(repeated);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 15 * 60_000);
		expect((await report(body)).status).toBe(200);
		clock.mockRestore();
		expect(await active.executions()).toHaveLength(2);
	});

	test('is one only if everything is the same', async () => {
		const { active, report } = await published();
		const body = fresh('2026-11-22T10:00:00.000Z');
		await report(body);
		await report({ ...body, timestamp: '2026-11-22T10:00:00.001Z' });
		await report({ ...body, event: 'conference_start' });
		await report({ ...body, payload: JSON.stringify({ host_id: 52, conference_id: 0 }) });
		expect(await active.executions()).toHaveLength(4);
		expect(await report(body)).toEqual(repeated);
	});

	test('is none without a time, as the same may happen twice', async () => {
		const { active, report } = await published();
		const body = without(fresh(), 'timestamp');
		await report(body);
		await report(body);
		expect(await active.executions()).toHaveLength(2);
	});

	test('is none when the first was turned away', async () => {
		const { active, report } = await published();
		const body = fresh();
		expect((await send(active.urls[TRIGGER] ?? '', body)).status).toBe(401);
		expect((await report(body)).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});

describe('several workflows on the one URL that the vendor knows', () => {
	test('each workflow with a URL of its own hears of every event once', async () => {
		const { vendor } = iotum();
		const { active: one } = await published();
		const { active: other } = await published();
		const urls = [one, other].map(({ urls }) => ({ url: urls[TRIGGER] ?? '' }));
		await vendor.setWebhooks(urls);
		await vendor.sendEvent({ event: 'conference_end' });
		expect(await one.executions()).toHaveLength(1);
		expect(await other.executions()).toHaveLength(1);
	});

	test('the first one forwards what it got to the others, which judge for themselves', async () => {
		const { vendor } = iotum();
		const { active: first } = await published();
		const { active: same, report: toSame } = await published();
		const { active: ended, report: toEnded } = await published({
			events: ['conference_end'],
			filters: { hostId: 52 },
		});
		await vendor.setWebhooks([{ url: first.urls[TRIGGER] ?? '' }]);
		for (const event of ['conference_start', 'conference_end']) await vendor.sendEvent({ event });
		const got = started(await first.executions());
		expect(got).toHaveLength(2);
		// The payload is no text any more.
		for (const report of got) {
			expect((await toSame({ ...report })).status).toBe(200);
			expect((await toEnded({ ...report })).status).toBe(200);
		}
		expect(started(await same.executions())).toEqual(got);
		expect(started(await ended.executions())).toEqual([got[1]]);
		expect(await toSame({ ...got[0] })).toEqual(repeated);
	});

	test('what is forwarded without the signing token is turned away', async () => {
		const { active } = await published();
		const forwarded = { ...fresh(), payload: { host_id: 52 } };
		expect((await send(active.urls[TRIGGER] ?? '', forwarded)).status).toBe(401);
		expect(await active.executions()).toEqual([]);
	});
});
