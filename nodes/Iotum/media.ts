import { choice, flag } from '../kit/choice';
import { refusal } from '../kit/error';

const FORMATS = { none: 'None', audio: 'Audio', video: 'Video' };

/** What is recorded and streamed by itself. Source: seed 002, "Hosts" and "Schedule Conference". */
export const autoRecord = choice('Auto Record', FORMATS, {
	default: 'video',
	description: 'What is recorded by itself; the same as Auto Stream when both are on',
});

export const autoStream = choice('Auto Stream', FORMATS, {
	default: 'video',
	description: 'What is streamed by itself; the same as Auto Record when both are on',
});

export const hostInitiatedRecording = flag(
	'Host Initiated Recording',
	true,
	'Whether automatic recording and streaming already begin when the host joins',
);

/** Refuses to record one thing and stream another. */
export function checkFormats(values: { autoRecord?: string; autoStream?: string }): void {
	const { autoRecord: recorded = 'none', autoStream: streamed = 'none' } = values;
	if (recorded === 'none' || streamed === 'none' || recorded === streamed) return;
	throw refusal(
		'Auto Stream',
		`is "${streamed}", but "Auto Record" is "${recorded}"`,
		'Choose the same for both, or turn one of them off',
	);
}
