import { change, seriesOf, wholeSeries } from './conferencesOfSeries';
import { posted } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const series = seriesOf(iotum);
const FETCH = 'conference/fetch';
const UPDATE = 'conference/update';
const CANCEL = 'conference/cancel';

describe('the whole series', () => {
	it('is updated through its master, whichever of its conferences is named', async () => {
		const [master, , third] = await series.add();
		const { requests, json } = await series.run('update', third, { ...change, ...wholeSeries });
		expect(requests).toEqual([
			posted(FETCH, { conference_id: third }),
			posted(FETCH, { conference_id: master }),
			posted(UPDATE, { conference_id: master, subject: 'Loans' }),
		]);
		expect(json).toMatchObject([{ conference_id: master, is_master: true }]);
		expect(await series.now(({ settings }) => settings.subject)).toEqual(Array(4).fill('Loans'));
	});

	it('keeps the master’s own time at a vendor that wants all fields', async () => {
		const [master, , third] = await series.add();
		await iotum().vendor.acceptPartialUpdates(false);
		const { requests } = await series.run('update', third, { ...change, ...wholeSeries });
		expect(requests.at(-1)?.body).toMatchObject({
			conference_id: master,
			start: '2026-02-02 10:00:00',
		});
		expect(await series.now(({ start }) => new Date(start).toISOString().slice(0, 13))).toEqual(
			['02', '03', '04', '05'].map((day) => `2026-02-${day}T10`),
		);
	});

	it('is cancelled through its master', async () => {
		const [master, second] = await series.add();
		const { requests, json } = await series.run('cancel', second, wholeSeries);
		expect(requests).toEqual([
			posted(FETCH, { conference_id: second }),
			posted(FETCH, { conference_id: master }),
			posted(CANCEL, { conference_id: master }),
		]);
		expect(json).toEqual([{ success: true, conferenceId: master }]);
		expect(await series.now(({ cancelled }) => cancelled)).toEqual(Array(4).fill(true));
	});

	it.each(['update', 'cancel'] as const)(
		'is never meant by the master alone (%s)',
		async (operation) => {
			const [master] = await series.add();
			const { error, requests } = await series.run(
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
			expect(await series.now(({ cancelled, settings }) => [cancelled, settings.subject])).toEqual(
				Array(4).fill([false, 'Savings']),
			);
		},
	);

	it.each(['update', 'cancel'] as const)(
		'is the conference itself where there is no series (%s)',
		async (operation) => {
			await iotum().vendor.acceptPartialUpdates(true);
			const { json } = await series.run(operation, 185, {
				...(operation === 'update' && change),
				...wholeSeries,
			});
			expect(json).toMatchObject([
				operation === 'update' ? { conference_id: 185 } : { conferenceId: 185 },
			]);
		},
	);
});
