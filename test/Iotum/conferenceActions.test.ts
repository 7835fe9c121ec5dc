import { failure } from './failures';
import { posted } from './requests';
import { useIotum, type Setup } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

interface Action {
	operation: string;
	path: string;
	/** Makes the conference fit for it. */
	prepare(setup: Setup): Promise<unknown>;
	output: object;
	/** What the vendor's state is afterwards, if it changes. */
	effect?(setup: Setup): Promise<void>;
	conferenceId: number;
	inputs?: Record<string, string>;
	/** What of the inputs is sent. */
	sent?: object;
}

const SCHEDULED = 185;
const PAST = 183;

const begin = async ({ vendor }: Setup) => await vendor.startConference(SCHEDULED);

const actions: Action[] = [
	{
		operation: 'end',
		path: 'conference/end',
		conferenceId: SCHEDULED,
		prepare: begin,
		output: { success: true, conferenceId: SCHEDULED },
		async effect({ vendor }) {
			const { startedAt = 0, endedAt = 0 } = await vendor.conference(SCHEDULED);
			expect(endedAt).toBeGreaterThanOrEqual(startedAt);
			expect(startedAt).toBeGreaterThan(0);
		},
	},
	{
		operation: 'stopStreaming',
		path: 'conference/stop_streaming',
		conferenceId: SCHEDULED,
		async prepare(setup) {
			await begin(setup);
			await setup.vendor.startStreaming(SCHEDULED);
		},
		output: { success: true, conferenceId: SCHEDULED },
		async effect({ vendor }) {
			expect(await vendor.conference(SCHEDULED)).toMatchObject({ streaming: false });
		},
	},
	{
		operation: 'sendMessage',
		path: 'conference/message/create',
		conferenceId: SCHEDULED,
		prepare: begin,
		inputs: { message: 'We begin in "five" minutes – bis gleich' },
		sent: { message: 'We begin in "five" minutes – bis gleich' },
		output: { success: true, conferenceId: SCHEDULED },
		async effect({ vendor }) {
			const { systemMessages } = await vendor.conference(SCHEDULED);
			expect(systemMessages).toEqual(['We begin in "five" minutes – bis gleich']);
		},
	},
	{
		operation: 'getViewerCount',
		path: 'conference/fetch_livestream_viewer_count',
		conferenceId: SCHEDULED,
		async prepare(setup) {
			await begin(setup);
			await setup.vendor.startStreaming(SCHEDULED);
			for (let viewers = 0; viewers < 3; viewers++) await setup.vendor.enterLivestream(SCHEDULED);
		},
		// The vendor sends "3".
		output: { count: 3 },
	},
	{
		operation: 'getParticipants',
		path: 'conference/fetch_participant_details',
		conferenceId: PAST,
		prepare: async () => undefined,
		output: {
			participants: [
				{
					contact_id: 35,
					name: 'John Smith',
					email: 'john@customer.example',
					business_phone: null,
					mobile_phone: null,
					home_phone: null,
					other_phone: null,
					time_zone: 'US/Eastern',
					has_host: false,
				},
			],
			moderators: [expect.objectContaining({ contact_id: 2052, has_host: true })],
		},
	},
	{
		operation: 'deleteRecordings',
		path: 'conference/delete_recordings',
		conferenceId: PAST,
		prepare: async () => undefined,
		output: { deleted: true },
		async effect({ vendor }) {
			expect(await vendor.conference(PAST)).toMatchObject({ recordings: [] });
		},
	},
	{
		operation: 'deleteTranscriptions',
		path: 'conference/delete_transcriptions',
		conferenceId: PAST,
		prepare: async () => undefined,
		output: { deleted: true },
		async effect({ vendor }) {
			const { recordings } = await vendor.conference(PAST);
			expect(recordings.map(({ transcription }) => transcription)).toEqual([[], []]);
		},
	},
];

for (const { operation, path, conferenceId, prepare, output, inputs, sent, effect } of actions) {
	const name = `conference.${operation}` as const;

	secondOfTwoItemsFails(name, iotum, async (setup) => {
		await setup.control.reset();
		await prepare(setup);
		return {
			inputs: { conferenceId: '={{ $json.id }}', ...inputs },
			items: [{ id: conferenceId }, { id: 187 }],
			outputs: [output],
			error: failure(setup, 403, path, 'Host 71 is beyond the scope of your role'),
			requests: [conferenceId, 187].map((id) => posted(path, { conference_id: id, ...sent })),
		};
	});

	if (!effect) continue;
	it(`${name} has its effect at the vendor`, async () => {
		await prepare(iotum());
		const { error } = await iotum().run(name, { inputs: { conferenceId, ...inputs } });
		expect(error).toBeUndefined();
		await effect(iotum());
	});
}

it.each(['many', '', null, { toString: 1 }])(
	'a viewer count that is no number (%j) stays as the vendor gave it',
	async (count) => {
		const { control, run } = iotum();
		const path = '*/fetch_livestream_viewer_count';
		await control.fault({ kind: 'status', status: 200, body: { count }, path });
		const { json } = await run('conference.getViewerCount', {
			inputs: { conferenceId: SCHEDULED },
		});
		expect(json).toEqual([{ count }]);
	},
);
