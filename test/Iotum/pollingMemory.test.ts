import { useIotum } from './setup';
import { TRIGGERS } from './triggerWorkflow';
import { foundIds, held, hosts, letPass, stored, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const recorded = async (request = {}) => await held(iotum(), { recordings: 1, ...request });

describe('what is remembered', () => {
	const kept = (workflow: Parameters<typeof stored>[1]) =>
		JSON.stringify(stored(iotum(), workflow)).length;

	it('counts as nothing when it is damaged', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded', { options: { includeExisting: true } });
		const ids = await recorded();
		const first = await engine.activate(workflow);
		expect(foundIds(first.firstTicks)).toEqual(ids);
		const { watched } = stored(iotum(), workflow);
		const damaged = [
			{ watched: 7 },
			{ watched, state: 'x' },
			{ watched, state: {} },
			{ watched, state: { since: 'yesterday', ended: { now: 7, missed: [] } } },
		];
		for (const memory of damaged) {
			engine.staticData.save(String(workflow.id), { 'node:Trigger': memory });
			expect(foundIds((await engine.activate(workflow)).firstTicks)).toEqual(ids);
		}
	});

	it('is not the whole past: conferences of two months leave no trace', async () => {
		const { engine } = iotum();
		const ofHost53 = { hosts: hosts(53) };
		const workflows = (['conferenceEnded', 'recordingPublished'] as const).map((event) =>
			watching(event, ofHost53),
		);
		for (const workflow of workflows) {
			const active = await engine.activate(workflow);
			const all: unknown[] = [];
			for (let looks = 0; looks < 15; looks++) {
				await recorded({ hostId: 53, count: 10 });
				all.push(...(foundIds(await active.tick()) ?? []));
				letPass({ days: 4 });
			}
			expect(all).toHaveLength(150);
			expect(new Set(all).size).toBe(150);
			// Twelve characters for each of the last week; all would be 1,800.
			expect(kept(workflow)).toBeLessThan(700);
		}
	}, 60_000);
});
