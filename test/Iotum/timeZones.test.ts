import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { useIotum } from './setup';

const iotum = useIotum();

describe.each([
	['iotum', new Iotum()],
	['vivoMeetings', new VivoMeetings()],
])('the time zones that %s offers', (_, node) => {
	const offered = async () => await node.methods.loadOptions.getTimeZones();

	it('are all zones of the world, each once and in order, by their names', async () => {
		const zones = (await offered()).map(({ name, value }) => {
			expect(name).toBe(value);
			return String(value);
		});
		expect(zones).toEqual([...new Set(zones)].sort());
		expect(zones.length).toBeGreaterThan(400);
		for (const zone of ['America/Toronto', 'Asia/Tokyo', 'Europe/Berlin', 'UTC']) {
			expect(zones).toContain(zone);
		}
	});

	it('fill every field that asks for a time zone', () => {
		const { properties } = node.description;
		const methods = new Set(
			JSON.stringify(properties).match(/(?<="loadOptionsMethod":")\w+/g) ?? [],
		);
		expect([...methods]).toEqual(['getTimeZones']);
		expect(Object.keys(node.methods.loadOptions)).toEqual([...methods]);
	});
});

it('every zone on offer can be chosen for a conference, and its answer has ISO times', async () => {
	const { run } = iotum();
	const zones = (await new Iotum().methods.loadOptions.getTimeZones()).map(({ value }) => value);
	const { json } = await run('conference.previewSchedule', {
		inputs: {
			start: '2026-07-05T12:00:00Z',
			timeZone: '={{ $json.zone }}',
			schedule: 'FREQ=DAILY;COUNT=1',
		},
		items: zones.map((zone) => ({ zone: String(zone) })),
	});
	expect(json.map(({ timeZone }) => timeZone)).toEqual(zones);
	for (const { start } of json) expect(Date.parse(String(start))).toBe(Date.UTC(2026, 6, 5, 12));
});

it.each(['US/Central', 'Asia/Calcutta', 'GMT', 'Etc/GMT+5'])(
	'older names such as %s are taken as well, from an expression',
	async (timeZone) => {
		const { run, control } = iotum();
		await control.setClock('2026-01-10T09:00:00Z');
		const start = '2026-09-19T13:00';
		const inputs = { hostId: 52, subject: 'Advice', start, timeZone, duration: 60 };
		const { json } = await run('conference.create', { inputs });
		expect(json).toMatchObject([{ time_zone: timeZone, start: '2026-09-19 13:00:00' }]);
	},
);
