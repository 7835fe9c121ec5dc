import { descriptionOf } from './nodes';
import { choicesOf } from './properties';
import { states, triggers } from './scope/triggers';

describe.each(Object.entries(triggers))('%s', (name, { inputs, events }) => {
	const { properties, usableAsTool, polling, webhooks, group } = descriptionOf(name);
	const isPolling = 'event' in inputs;

	it('asks for the inputs of the scope', () => {
		const shown = properties.filter(({ type }) => type !== 'notice');
		const types = Object.fromEntries(shown.map((property) => [property.name, property.type]));
		expect(types).toEqual(inputs);
	});

	it('can be started by the events of the scope', () => {
		const chooser = properties.find((property) => /^events?$/.test(property.name));
		const values = chooser ? choicesOf(chooser).map(({ value }) => value) : [];
		expect(values.sort()).toEqual([...events].sort());
	});

	it('is a trigger, and no tool of an agent', () => {
		expect(group).toEqual(['trigger']);
		expect(usableAsTool).toBeUndefined();
		expect(polling ?? false).toBe(isPolling);
		expect(webhooks?.length ?? 0).toBe(isPolling ? 0 : 1);
	});
});

it.each(['iotumTrigger', 'vivoMeetingsTrigger'])(
	'%s shows what to write to the vendor, who sets the webhook up by hand',
	(name) => {
		const notices = descriptionOf(name).properties.filter(({ type }) => type === 'notice');
		expect(notices.map(({ displayName }) => displayName)).toEqual([
			expect.stringMatching(/by hand.*"[^"]*endpoint URL[^"]*"/),
		]);
	},
);

it('apizeeTrigger shows where its webhook is set up, and which header carries the secret', () => {
	const notices = descriptionOf('apizeeTrigger').properties.filter(({ type }) => type === 'notice');
	expect(notices.map(({ displayName }) => displayName)).toEqual([
		expect.stringMatching(/console.*Settings.*production URL.*header.*Webhook Secret/),
	]);
});

const entry = (name: string, collection: string, named: string) =>
	descriptionOf(name)
		.properties.filter((property) => property.name === collection)
		.flatMap(({ options = [] }) => options)
		.find((option) => option.name === named);

it.each(Object.entries(states))('%s filters by the states of tickets', (name, known) => {
	const field = entry(name, 'filters', 'ticketStates');
	expect(field).toMatchObject({ type: 'multiOptions', default: [] });
	const values = field && 'type' in field ? choicesOf(field).map(({ value }) => value) : [];
	expect(values.sort()).toEqual([...known].sort());
});

it('filters by host and company where deliveries can tell them, and takes custom names', () => {
	const entries = (name: string, collection: string) =>
		descriptionOf(name)
			.properties.find((property) => property.name === collection)
			?.options?.map((option) => option.name)
			.sort();
	expect(entries('iotumTrigger', 'filters')).toEqual(['companyId', 'hostId']);
	expect(entries('iotumTrigger', 'options')).toEqual(['customEvents']);
	expect(entries('vivoMeetingsTrigger', 'filters')).toEqual(['hostId']);
	expect(entries('vivoMeetingsTrigger', 'options')).toEqual(['customEvents', 'withoutSecret']);
});
