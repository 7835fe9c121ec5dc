import { without } from '../../nodes/kit/record';
import { useApizee } from './setup';
import { published, secretHeader, send, started, UNAUTHORIZED } from './triggerWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const repeated = { status: 200, data: { message: 'Nothing to do: this was reported before' } };

/** A report of a moment, in seconds since 1970. */
const moment = (time: number) => ({
	event: 'update',
	time,
	object: 'ticket',
	objectId: 82070,
	props: { state: 'done' },
});

async function watching() {
	const { active, url } = await published(apizee());
	const report = async (body: object) => await send(url, body, secretHeader(apizee()));
	return { active, url, report };
}

describe('the same report again', () => {
	test('at the same time starts one execution', async () => {
		const { active, report } = await watching();
		const answers = await Promise.all([1, 2, 3].map(async () => await report(moment(1))));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(answers.filter(({ data }) => JSON.stringify(data).includes('before'))).toHaveLength(2);
		expect(await active.executions()).toHaveLength(1);
	});

	test('shortly after, as the vendor delivers it again, starts none', async () => {
		const { vendor } = apizee();
		const { active } = await watching();
		const [delivery] = await vendor.sendEvent({ object: 'ticket', props: { state: 'done' } });
		await active.executions();
		expect(await vendor.redeliver(delivery?.id ?? 0)).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(1);
	});

	test('starts the workflow again a quarter of an hour later, as it may be wanted then', async () => {
		const { active, report } = await watching();
		await report(moment(1));
		expect(await report(moment(1))).toEqual(repeated);
		const later = Date.now() + 15 * 60_000;
		jest.spyOn(Date, 'now').mockReturnValue(later);
		expect((await report(moment(1))).status).toBe(200);
		expect(await active.executions()).toHaveLength(2);
	});

	test('is none at another time: a ticket may come into the same state twice', async () => {
		const { active, report } = await watching();
		for (const time of [1, 2]) await report(moment(time));
		expect(started(await active.executions())).toMatchObject([{ time: 1 }, { time: 2 }]);
	});

	test('is none when anything else differs', async () => {
		const { active, report } = await watching();
		const body = moment(1);
		await report(body);
		await report({ ...body, event: 'create' });
		await report({ ...body, object: 'media' });
		await report({ ...body, objectId: 82071 });
		await report({ ...body, objectId: '82070' });
		await report({ ...body, props: { state: 'open' } });
		await report({ ...body, version: 3 });
		expect(await active.executions()).toHaveLength(7);
		expect(await report(body)).toEqual(repeated);
	});

	test('is none without a time, as the same may happen twice', async () => {
		const { active, report } = await watching();
		for (let times = 0; times < 2; times++) await report(without(moment(1), 'time'));
		expect(await active.executions()).toHaveLength(2);
	});

	test('is none when the first was turned away', async () => {
		const { active, url, report } = await watching();
		expect(await send(url, moment(1))).toEqual(UNAUTHORIZED);
		expect((await report(moment(1))).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});

describe('several workflows', () => {
	test('hear each of every event once, with a webhook each in the vendor’s console', async () => {
		const { vendor } = apizee();
		const [one, other] = [await watching(), await watching()];
		const headers = secretHeader(apizee());
		await vendor.setWebhooks([one, other].map(({ url }) => ({ url, headers })));
		await vendor.sendEvent({ object: 'ticket' });
		expect(await one.active.executions()).toHaveLength(1);
		expect(await other.active.executions()).toHaveLength(1);
	});

	test('may share one webhook: what the first forwards with the secret, the others judge', async () => {
		const { vendor } = apizee();
		const other = await published(apizee(), { events: ['ticket.update'] });
		const { active } = await watching();
		await vendor.sendEvent({ object: 'media', event: 'create' });
		await vendor.sendEvent({ object: 'ticket' });
		const reports = started(await active.executions());
		for (const body of reports) {
			expect(await send(other.url, body)).toEqual(UNAUTHORIZED);
			expect((await send(other.url, body, secretHeader(apizee()))).status).toBe(200);
		}
		expect(started(await other.active.executions())).toEqual([reports[1]]);
	});
});
