import { getTimeZones, zone } from '../../nodes/kit/zone';
import { zones } from './clocks';

const reading = { timezone: 'Europe/Berlin' };
const needed = zone('Time Zone Name or ID', { required: true });
const optional = zone('Time Zone Name or ID');

it.each(zones)('takes %s as it is entered', (name) => {
	expect(needed.parse(` ${name} `, reading)).toBe(name);
});

it('needs none when it is optional', () => {
	expect(optional.parse('', reading)).toBeUndefined();
	expect(optional.parse(undefined, reading)).toBeUndefined();
	expect(() => needed.parse('', reading)).toThrow('"Time Zone" is empty');
});

it.each(['Berlin', 'Europe/Bielefeld', 'CET+1', '+02:00', 'local', 'system', 'UTC+2', '2', 'None'])(
	'refuses %s with the name of the field and what to enter',
	(entry) => {
		const refusal = {
			message: `"Time Zone" is "${entry}", which is not a time zone`,
			description: 'Use an IANA name such as Europe/Berlin or UTC.',
		};
		expect(() => needed.parse(entry, reading)).toThrow(expect.objectContaining(refusal));
		expect(() => optional.parse(entry, reading)).toThrow(expect.objectContaining(refusal));
	},
);

it('refuses what is no text', () => {
	expect(() => needed.parse({ name: 'UTC' }, reading)).toThrow('"Time Zone" must be text');
});

it('lists names that it takes, each once and in order', async () => {
	const listed = await getTimeZones();
	const names = listed.map(({ name }) => name);
	expect(names).toEqual([...new Set(names)].sort());
	expect(names).toEqual(expect.arrayContaining(['America/Toronto', 'Europe/Berlin', 'UTC']));
	for (const { name, value } of listed) expect(needed.parse(value, reading)).toBe(name);
});

it('is a list in the editor that names what n8n wants named', () => {
	const choose = expect.stringMatching(/^When\. Choose from the list, .*expression<\/a>\.$/);
	expect(zone('Time Zone Name or ID', { description: 'When' }).property).toEqual({
		displayName: 'Time Zone Name or ID',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTimeZones' },
		default: '',
		description: choose,
	});
	expect(needed.property.required).toBe(true);
});
