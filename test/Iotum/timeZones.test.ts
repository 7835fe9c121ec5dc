import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { everyProperty } from '../contract/properties';
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
		const methods = everyProperty(node.description.properties)
			.filter(({ property }) => property.name === 'timeZone')
			.map(({ property }) => property.typeOptions?.loadOptionsMethod);
		expect(new Set(methods)).toEqual(new Set(['getTimeZones']));
	});
});

it('a schedule can be previewed in every zone on offer, with ISO times', async () => {
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
