import { filters, options } from '../../kit/collection';
import { notice } from '../../kit/field';
import { customEvents, eventsAmong } from '../../kit/reported';
import { reference } from '../fields';
import { companies, hosts } from '../pickers';

/** The events of seed 004, 11.0, and those of VENDOR-FACTS.md beyond it. */
export const EVENTS = {
	any: 'Any Event',
	conference_end: 'Conference End',
	conference_start: 'Conference Start',
	enter_livestream: 'Enter Livestream',
	leave_livestream: 'Leave Livestream',
	one_time_access_code_reused: 'One Time Access Code Reused',
	recording_ready: 'Recording Ready',
	start_recording: 'Start Recording',
	start_streaming: 'Start Streaming',
	stop_recording: 'Stop Recording',
	stop_streaming: 'Stop Streaming',
	transcription_ready: 'Transcription Ready',
};

/** The inputs of the webhook trigger. */
export const triggerFields = {
	setUpNotice: notice(
		'The vendor sets this webhook up by hand. Write to them: "Please report the events of our company to this endpoint URL: (the production URL above). Events: all." Deliveries have to carry the signing token that is in the credential.',
	),
	events: eventsAmong(EVENTS),
	filters: filters({
		companyId: reference('Company', companies, {
			description: 'Only what happens to its hosts. Deliveries that do not name it are looked up.',
			placeholder: 'e.g. 5',
		}),
		hostId: reference('Host', hosts, {
			description: 'Only what happens in the host’s conferences',
			placeholder: 'e.g. 9',
		}),
	}),
	options: options({
		customEvents: customEvents(
			'Further events by the vendor’s names, separated by commas',
			'e.g. participant_joined',
		),
	}),
};
