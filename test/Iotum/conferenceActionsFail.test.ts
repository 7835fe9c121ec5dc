import { failure } from './failures';
import { received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const SCHEDULED = 185;
const PAST = 183;

it.each(['end', 'stopStreaming', 'deleteRecordings', 'deleteTranscriptions', 'cancel'])(
	'conference.%s does nothing for an item that failed before',
	async (operation) => {
		const { run, control } = iotum();
		const inputs = { conferenceId: PAST };
		const { error } = await run(`conference.${operation}`, { inputs, items: [{ error: 'Oh' }] });
		expect(error?.message).toBe(
			'This item comes from a step that failed, so nothing is done for it [item 0]',
		);
		expect(await control.requests()).toEqual([]);
	},
);

it.each([
	['end', 'conference/end', 'The conference is not active'],
	['stopStreaming', 'conference/stop_streaming', 'The conference is not streaming'],
	['deleteRecordings', 'conference/delete_recordings', 'The conference is not over yet'],
])('conference.%s shows why the vendor refuses it', async (operation, path, words) => {
	const { run } = iotum();
	const { error } = await run(`conference.${operation}`, { inputs: { conferenceId: SCHEDULED } });
	const { message, description } = failure(iotum(), 422, path, words);
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
});

it.each(['end', 'sendMessage', 'deleteRecordings'])(
	'conference.%s is not repeated when the vendor fails: the user has to look',
	async (operation) => {
		const { run, control } = iotum();
		await run('conference.get', { inputs: { conferenceId: PAST } });
		await control.clearRequests();
		await control.fault({ kind: 'status', status: 502, vendor: 'iotum' });
		const inputs = { conferenceId: PAST, message: 'Hello' };
		const { error } = await run(`conference.${operation}`, { inputs });
		expect(error?.description).toContain(
			'Whether Iotum carried it out is unknown: look before running it again.',
		);
		expect(received(await control.requests())).toHaveLength(1);
	},
);
