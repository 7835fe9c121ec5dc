import { another, pass, worldOf, type Plan } from './pollingWorld';
import type { ApizeeSetup } from './setup';

export const CONFERENCE_STEPS = [
	...(['now', 'ahead', 'long', 'many', 'end', 'deletion', 'time'] as const),
];

const DAY = 86_400_000;

/** Conferences of an hour, of weeks and in weeks, which end by themselves or are ended or deleted. */
export async function conferences(setup: ApizeeSetup & Plan) {
	const { vendor, control, run, troubled } = setup;
	// The vendor's clock may be off.
	const ahead = Date.parse((await control.clock()).now) - Date.now();
	let passed = 0;
	const own = async () =>
		(await vendor.conferences()).filter(({ enterpriseId }) => enterpriseId === 1);
	const isOver = ({ end, endedAt }: { end: number; endedAt?: number }) =>
		endedAt !== undefined || end <= Date.now() + ahead;
	const before = new Set((await own()).filter(isOver).map(({ id }) => id));
	const some = another();
	const any = async () => some((await own()).filter((conference) => !isOver(conference)))?.id;
	let days = 0;
	return await worldOf(
		{
			event: 'conferenceEnded',
			// All are made while the workflow watches, so that each end is due.
			see: async () =>
				new Map(
					(await own())
						.filter((one) => !before.has(one.id) && isOver(one))
						.map(({ id }) => [id, true]),
				),
		},
		{
			key: ({ id }) => id,
			steps: {
				now: async () => await vendor.addConferences(),
				ahead: async () =>
					await vendor.addConferences({
						start: new Date(Date.now() + (++days % 25) * DAY).toISOString(),
					}),
				long: async () =>
					await vendor.addConferences({ status: 'ongoing', minutes: (++days % 25) * 1440 + 60 }),
				async many() {
					// So that a look has several pages. They are an hour apart.
					if ((await own()).length < 150)
						await vendor.addConferences({ count: 60, status: 'ended' });
				},
				async end() {
					const id = await any();
					if (id !== undefined) await vendor.endConference(id);
				},
				async deletion() {
					const conferenceId = await any();
					if (conferenceId === undefined) return;
					await run('conference.delete', { inputs: { conferenceId } });
				},
				async time() {
					// What was held longer ago than a week is past for a workflow without memory.
					if (!troubled || passed++ < 3) await pass();
				},
			},
		},
		setup,
	);
}
