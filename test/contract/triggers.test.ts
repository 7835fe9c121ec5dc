import { descriptionOf } from './nodes';
import { choicesOf } from './properties';

const conferenceEvents = [
	'conference_end',
	'conference_start',
	'enter_livestream',
	'leave_livestream',
	'recording_ready',
	'start_recording',
	'start_streaming',
	'stop_recording',
	'stop_streaming',
	'transcription_ready',
];

const watched = {
	event: 'options',
	watch: 'options',
	listCompanyId: 'resourceLocator',
	hosts: 'fixedCollection',
	companyId: 'resourceLocator',
	authentication: 'options',
	options: 'collection',
};
const looks = [
	'conferenceEnded',
	'conferenceScheduled',
	'recordingPublished',
	'transcriptionReady',
];

/** What each trigger asks for, by input and type, and what it can be started by. */
const TRIGGERS: Record<string, { inputs: Record<string, string>; events: string[] }> = {
	flexpertoTrigger: {
		inputs: { events: 'multiOptions', options: 'collection' },
		events: ['archive.available'],
	},
	flexpertoPollingTrigger: {
		inputs: { event: 'options', sessionId: 'resourceLocator', options: 'collection' },
		events: [
			'archiveAvailable',
			'contractSessionCompleted',
			'documentFailed',
			'documentStatusChanged',
		],
	},
	iotumTrigger: {
		inputs: { events: 'multiOptions', filters: 'collection', options: 'collection' },
		events: ['any', ...conferenceEvents, 'one_time_access_code_reused'],
	},
	iotumPollingTrigger: { inputs: watched, events: looks },
	vivoMeetingsTrigger: {
		inputs: { events: 'multiOptions', filters: 'collection', options: 'collection' },
		events: ['any', ...conferenceEvents],
	},
	vivoMeetingsPollingTrigger: { inputs: watched, events: looks },
};

describe.each(Object.entries(TRIGGERS))('%s', (name, { inputs, events }) => {
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
