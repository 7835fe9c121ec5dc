import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';

const vivoMeetings = useVivoMeetings();

const create = async (additionalFields: INodeParameters) =>
	await runWithCalls(vivoMeetings(), 'conference.create', {
		inputs: {
			hostId: '52',
			subject: 'Weekly',
			start: '2031-01-06T09:00:00',
			timeZone: 'Europe/London',
			duration: 30,
			additionalFields,
		},
	});

/** A series of four; gives the IDs of the master and of an occurrence. */
async function series(): Promise<{ master: number; occurrence: number }> {
	const { vendor } = vivoMeetings();
	const [added] = await vendor.addConferences({ schedule: 'FREQ=DAILY;COUNT=4' });
	const all = await vendor.conferences();
	const master = added?.id ?? 0;
	const occurrence = all.find(({ id, series }) => series?.masterId === master && id !== master);
	return { master, occurrence: occurrence?.id ?? 0 };
}

describe('a series of conferences', () => {
	it.each([
		['RRULE:FREQ=DAILY;INTERVAL=2', 'FREQ=DAILY;INTERVAL=2'],
		['FREQ=DAILY;UNTIL=20311231', 'FREQ=DAILY;UNTIL=20311231'],
		['FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE', 'FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE'],
		['FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYDAY=-1FR', 'FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYDAY=-1FR'],
		['FREQ=MONTHLY;BYMONTHDAY=-3', 'FREQ=MONTHLY;BYMONTHDAY=-3'],
	])('by the rule %s is sent as %s', async (schedule, sent) => {
		const { calls, json, error } = await create({ recurrence: 'rule', schedule });
		expect(error).toBeUndefined();
		expect(calls).toEqual([
			call('conference/create', {
				host_id: 52,
				subject: 'Weekly',
				start: '2031-01-06 09:00:00',
				time_zone: 'Europe/London',
				duration: 30,
				agenda: '',
				one_time_access_code: false,
				participants: [],
				schedule: sent,
			}),
		]);
		expect(json).toMatchObject([{ is_master: true, schedule: expect.stringContaining('FREQ=') }]);
	});

	it('is built in the form', async () => {
		const recurrencePattern = {
			values: {
				frequency: 'weekly',
				interval: 2,
				weekdays: ['WE', 'MO'],
				ends: 'afterCount',
				count: 5,
			},
		};
		const { calls } = await create({ recurrence: 'guided', recurrencePattern });
		expect(calls).toMatchObject([
			{ body: { schedule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5' } },
		]);
	});

	it('is refused with the rule that is broken, before anything is sent', async () => {
		const { calls, error } = await create({ recurrence: 'rule', schedule: 'FREQ=WEEKLY' });
		expect(calls).toEqual([]);
		expect(error?.message).toContain('"Schedule"');
		expect(`${error?.message} ${error?.description}`).toContain('BYDAY');
	});
});

describe('changing a series', () => {
	it('changes the whole of it through the master when that is wanted', async () => {
		const { vendor } = vivoMeetings();
		await vendor.acceptPartialUpdates(true);
		const { master, occurrence } = await series();
		const { calls, error } = await runWithCalls(vivoMeetings(), 'conference.update', {
			inputs: {
				conferenceId: `${occurrence}`,
				updateFields: { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=2' },
				options: { applyTo: 'series' },
			},
		});
		expect(error).toBeUndefined();
		expect(calls).toEqual([
			call('conference/fetch', { conference_id: occurrence }),
			call('conference/fetch', { conference_id: master }),
			call('conference/update', { conference_id: master, schedule: 'FREQ=DAILY;COUNT=2' }),
		]);
	});

	it('refuses a schedule for one conference of it, before it is changed', async () => {
		const { occurrence } = await series();
		const { calls, error } = await runWithCalls(vivoMeetings(), 'conference.update', {
			inputs: {
				conferenceId: `${occurrence}`,
				updateFields: { recurrence: 'rule', schedule: 'FREQ=DAILY;COUNT=2' },
			},
		});
		expect(calls).toEqual([call('conference/fetch', { conference_id: occurrence })]);
		expect(error?.message).toBe(
			`"Recurrence" cannot be changed in conference ${occurrence}, which is one of a series [item 0]`,
		);
	});

	it.each([
		['occurrence', 'the conference alone', 1],
		['series', 'every conference of it', 4],
	])('cancels with Apply To "%s" %s', async (applyTo, _what, cancelled) => {
		const { run, vendor } = vivoMeetings();
		const { occurrence } = await series();
		const inputs = { conferenceId: `${occurrence}`, options: { applyTo } };
		const { json } = await run('conference.cancel', { inputs });
		expect(json).toMatchObject([{ success: true }]);
		const all = await vendor.conferences();
		expect(all.filter((conference) => conference.cancelled)).toHaveLength(cancelled);
	});

	it('never cancels a whole series by its master unasked', async () => {
		const { vendor } = vivoMeetings();
		const { master } = await series();
		const { error, calls } = await runWithCalls(vivoMeetings(), 'conference.cancel', {
			inputs: { conferenceId: `${master}` },
		});
		expect(error?.message).toBe(`Conference ${master} is the master of a series [item 0]`);
		expect(calls).toEqual([call('conference/fetch', { conference_id: master })]);
		expect((await vendor.conferences()).some((conference) => conference.cancelled)).toBe(false);
	});
});
