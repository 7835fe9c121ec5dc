import { useIotum } from './setup';
import { found, TRIGGERS, withInputs } from './triggerWorkflow';
import { foundIds, held, hosts, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const recorded = async (request = {}) => await held(iotum(), { recordings: 1, ...request });

describe('running the workflow by hand', () => {
	test.each([
		['conferenceEnded', 'conference_id'],
		['recordingPublished', 'conference_id'],
	] as const)('shows ten at most and remembers nothing: %s', async (event, key) => {
		const { engine } = iotum();
		const ids = await recorded({ count: 12 });
		for (let times = 0; times < 2; times++) {
			const { status, outputs, staticData } = await engine.run(watching(event));
			expect(status).toBe('success');
			const shown = outputs.Next?.[0]?.map(({ json }) => json[key]) ?? [];
			expect(shown).toHaveLength(10);
			expect(ids).toEqual(expect.arrayContaining(shown));
			expect(staticData).toEqual({});
		}
	});

	it('shows scheduled conferences and transcripts, too', async () => {
		const { engine, vendor, access } = iotum();
		const [conference] = await vendor.addConferences({ held: true, recordings: 1 });
		await vendor.completeTranscription(conference?.recordings[0]?.id ?? 0);
		const transcripts = await engine.run(watching('transcriptionReady'));
		expect(transcripts.outputs.Next?.[0]).toMatchObject([{ json: { host_id: 52 } }]);
		const scheduled = await engine.run(watching('conferenceScheduled'));
		expect(scheduled.outputs.Next?.[0]?.map(({ json }) => json.conference_id)).toEqual([
			access.fixtures.scheduledConferenceId,
		]);
	});

	it('does not disturb the published workflow', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded');
		const active = await engine.activate(workflow);
		const ids = await recorded();
		await engine.run(workflow);
		expect(foundIds(await active.tick())).toEqual(ids);
		await engine.run(workflow);
		expect(found(await active.tick())).toBeNull();
	});

	it('shows nothing when there is nothing, and what is wrong', async () => {
		const { engine } = iotum();
		expect((await engine.run(watching('conferenceEnded'))).outputs.Next).toBeUndefined();
		const { error } = await engine.run(watching('conferenceEnded', { hosts: {} }));
		expect(error).toMatchObject({
			message: '"Hosts" is empty',
			description: 'Add at least one host, or watch a company.',
		});
	});
});

describe('a workflow that is to watch something else', () => {
	it('starts anew with other hosts: what they have is no news', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded');
		const before = await engine.activate(workflow);
		await recorded({ hostId: 53 });
		await before.deactivate();
		const inputs = { event: 'conferenceEnded', hosts: hosts(53) };
		const after = await engine.activate(withInputs(workflow, inputs));
		expect(found(after.firstTicks)).toBeNull();
		const ids = await recorded({ hostId: 53 });
		expect(foundIds(await after.tick())).toEqual(ids);
	});

	it('starts anew with another event, and when the first comes back', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded', { options: { includeExisting: true } });
		const ids = await recorded();
		const ended = await engine.activate(workflow);
		expect(foundIds(ended.firstTicks)).toEqual(ids);
		const recordings = await engine.activate(
			withInputs(workflow, { event: 'recordingPublished', hosts: hosts(52) }),
		);
		expect(found(recordings.firstTicks)).toBeNull();
		const again = await engine.activate(workflow);
		expect(foundIds(again.firstTicks)).toEqual(ids);
	});

	it('goes on with the same hosts, however they were entered, and with other options', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded');
		await engine.activate(workflow);
		const ids = await recorded();
		const locator = { __rl: true, mode: 'list', value: '52', cachedResultName: 'Hanna Host' };
		const same = await engine.activate(
			withInputs(workflow, {
				event: 'conferenceEnded',
				hosts: { values: [{ hostId: locator }] },
				options: { timeout: 60 },
			}),
		);
		expect(foundIds(same.firstTicks)).toEqual(ids);
	});
});
