import type { INodeParameters } from 'n8n-workflow';

import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const FETCH = 'conference/fetch';
const UPDATE = 'conference/update';
const CANCEL = 'conference/cancel';

/** A series of four conferences; gives their numbers, the master's first. */
async function series(): Promise<[number, number, number, number]> {
	const { control, vendor } = iotum();
	await control.setClock('2026-01-10T09:00:00Z');
	await vendor.acceptPartialUpdates(true);
	const start = '2026-02-02T10:00:00Z';
	await vendor.addConferences({ start, schedule: 'FREQ=DAILY;COUNT=4', subject: 'Savings' });
	const [a = 0, b = 0, c = 0, d = 0] = await seriesNow((conference) => conference.id);
	await control.clearRequests();
	return [a, b, c, d];
}

type Conference = Awaited<ReturnType<ReturnType<typeof iotum>['vendor']['conference']>>;

/** Something of each conference of the series as the vendor has them now. */
async function seriesNow<T>(of: (conference: Conference) => T): Promise<T[]> {
	const conferences = await iotum().vendor.conferences();
	return conferences.filter((conference) => conference.series).map(of);
}

async function run(operation: 'update' | 'cancel', conferenceId: number, inputs: INodeParameters) {
	const { error, json } = await iotum().run(`conference.${operation}`, {
		inputs: { conferenceId, ...inputs },
	});
	return { error, json, requests: received(await iotum().control.requests()) };
}

const change = { updateFields: { subject: 'Loans' } };
const wholeSeries = { options: { applyTo: 'series' } };

secondOfTwoItemsFails('conference.cancel', iotum, async (setup) => {
	await setup.control.reset();
	return {
		inputs: { conferenceId: '={{ $json.id }}' },
		items: [{ id: 185 }, { id: 183 }],
		outputs: [{ success: true, conferenceId: 185 }],
		error: failure(setup, 422, CANCEL, 'The conference is over'),
		requests: [185, 183].flatMap((id) => [
			posted(FETCH, { conference_id: id }),
			posted(CANCEL, { conference_id: id }),
		]),
	};
});

describe('one conference of a series', () => {
	it.each([{}, { options: { applyTo: 'occurrence' } }])(
		'is updated alone (%j)',
		async (options) => {
			const [, second] = await series();
			const { requests, json } = await run('update', second, { ...change, ...options });
			expect(requests).toEqual([
				posted(FETCH, { conference_id: second }),
				posted(UPDATE, { conference_id: second, subject: 'Loans' }),
			]);
			expect(json).toMatchObject([{ conference_id: second, subject: 'Loans', is_master: false }]);
			const subjects = await seriesNow(({ settings }) => settings.subject);
			expect(subjects).toEqual(['Savings', 'Loans', 'Savings', 'Savings']);
		},
	);

	it('is cancelled alone', async () => {
		const [, , third] = await series();
		const { requests, json } = await run('cancel', third, {});
		expect(requests.at(-1)).toEqual(posted(CANCEL, { conference_id: third }));
		expect(json).toEqual([{ success: true, conferenceId: third }]);
		expect(await seriesNow(({ cancelled }) => cancelled)).toEqual([false, false, true, false]);
	});

	it('cannot get another schedule alone', async () => {
		const [master, second] = await series();
		const recurrence = { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=2' };
		const { error, requests } = await run('update', second, { updateFields: recurrence });
		expect(error).toMatchObject({
			message: `"Recurrence" cannot be changed in conference ${second}, which is one of a series [item 0]`,
			description: 'Set Options > Apply To to "The Whole Series".',
		});
		expect(requests).toEqual([posted(FETCH, { conference_id: second })]);

		const whole = { updateFields: recurrence, ...wholeSeries };
		const { json } = await run('update', second, whole);
		expect(json).toMatchObject([
			{ conference_id: master, schedule: 'FREQ=DAILY;COUNT=2;INTERVAL=1' },
		]);
	});
});

describe('the whole series', () => {
	it('is updated through its master, whichever of its conferences is named', async () => {
		const [master, , third] = await series();
		const { requests, json } = await run('update', third, { ...change, ...wholeSeries });
		expect(requests).toEqual([
			posted(FETCH, { conference_id: third }),
			posted(FETCH, { conference_id: master }),
			posted(UPDATE, { conference_id: master, subject: 'Loans' }),
		]);
		expect(json).toMatchObject([{ conference_id: master, is_master: true }]);
		expect(await seriesNow(({ settings }) => settings.subject)).toEqual(Array(4).fill('Loans'));
	});

	it('keeps the master’s own time at a vendor that wants all fields', async () => {
		const [master, , third] = await series();
		await iotum().vendor.acceptPartialUpdates(false);
		const { requests } = await run('update', third, { ...change, ...wholeSeries });
		expect(requests.at(-1)?.body).toMatchObject({
			conference_id: master,
			start: '2026-02-02 10:00:00',
		});
		expect(await seriesNow(({ start }) => new Date(start).toISOString().slice(0, 13))).toEqual(
			['02', '03', '04', '05'].map((day) => `2026-02-${day}T10`),
		);
	});

	it('is cancelled through its master', async () => {
		const [master, second] = await series();
		const { requests, json } = await run('cancel', second, wholeSeries);
		expect(requests).toEqual([
			posted(FETCH, { conference_id: second }),
			posted(FETCH, { conference_id: master }),
			posted(CANCEL, { conference_id: master }),
		]);
		expect(json).toEqual([{ success: true, conferenceId: master }]);
		expect(await seriesNow(({ cancelled }) => cancelled)).toEqual(Array(4).fill(true));
	});

	it.each(['update', 'cancel'] as const)(
		'is never meant by the master alone (%s)',
		async (operation) => {
			const [master] = await series();
			const { error, requests } = await run(
				operation,
				master,
				operation === 'update' ? change : {},
			);
			expect(error).toMatchObject({
				message: `Conference ${master} is the master of a series [item 0]`,
				description:
					'What happens to it happens to every conference of the series. To want that, set Options > Apply To to "The Whole Series"; otherwise use the ID of a single occurrence.',
			});
			expect(requests).toEqual([posted(FETCH, { conference_id: master })]);
			expect(await seriesNow(({ cancelled, settings }) => [cancelled, settings.subject])).toEqual(
				Array(4).fill([false, 'Savings']),
			);
		},
	);

	it.each(['update', 'cancel'] as const)(
		'is the conference itself where there is no series (%s)',
		async (operation) => {
			await iotum().vendor.acceptPartialUpdates(true);
			const { json } = await run(operation, 185, {
				...(operation === 'update' && change),
				...wholeSeries,
			});
			expect(json).toMatchObject([
				operation === 'update' ? { conference_id: 185 } : { conferenceId: 185 },
			]);
		},
	);
});

it('a conference without a series becomes one', async () => {
	const { vendor } = iotum();
	await vendor.acceptPartialUpdates(true);
	const updateFields = { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=3' };
	const { json } = await run('update', 185, { updateFields });
	expect(json).toMatchObject([{ is_master: true, master_id: 185 }]);
	expect(await seriesNow(({ id }) => id)).toHaveLength(3);
});
