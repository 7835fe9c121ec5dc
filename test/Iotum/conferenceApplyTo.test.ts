import { change, seriesOf, wholeSeries } from './conferencesOfSeries';
import { failure } from './failures';
import { posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const series = seriesOf(iotum);
const FETCH = 'conference/fetch';
const UPDATE = 'conference/update';
const CANCEL = 'conference/cancel';

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
			const [, second] = await series.add();
			const { requests, json } = await series.run('update', second, { ...change, ...options });
			expect(requests).toEqual([
				posted(FETCH, { conference_id: second }),
				posted(UPDATE, { conference_id: second, subject: 'Loans' }),
			]);
			expect(json).toMatchObject([{ conference_id: second, subject: 'Loans', is_master: false }]);
			const subjects = await series.now(({ settings }) => settings.subject);
			expect(subjects).toEqual(['Savings', 'Loans', 'Savings', 'Savings']);
		},
	);

	it('is cancelled alone', async () => {
		const [, , third] = await series.add();
		const { requests, json } = await series.run('cancel', third, {});
		expect(requests.at(-1)).toEqual(posted(CANCEL, { conference_id: third }));
		expect(json).toEqual([{ success: true, conferenceId: third }]);
		expect(await series.now(({ cancelled }) => cancelled)).toEqual([false, false, true, false]);
	});

	it('cannot get another schedule alone', async () => {
		const [master, second] = await series.add();
		const recurrence = { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=2' };
		const { error, requests } = await series.run('update', second, { updateFields: recurrence });
		expect(error).toMatchObject({
			message: `"Recurrence" cannot be changed in conference ${second}, which is one of a series [item 0]`,
			description: 'Set Options > Apply To to "The Whole Series".',
		});
		expect(requests).toEqual([posted(FETCH, { conference_id: second })]);

		const whole = { updateFields: recurrence, ...wholeSeries };
		const { json } = await series.run('update', second, whole);
		expect(json).toMatchObject([
			{ conference_id: master, schedule: 'FREQ=DAILY;COUNT=2;INTERVAL=1' },
		]);
	});
});

it('a conference without a series becomes one', async () => {
	const { vendor } = iotum();
	await vendor.acceptPartialUpdates(true);
	const updateFields = { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=3' };
	const { json } = await series.run('update', 185, { updateFields });
	expect(json).toMatchObject([{ is_master: true, master_id: 185 }]);
	expect(await series.now(({ id }) => id)).toHaveLength(3);
});
