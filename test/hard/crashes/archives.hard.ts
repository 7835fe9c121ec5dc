import { counted, measured } from '../figures';
import { archiveChecks } from './archiveChecks';
import { startPlace, type Place } from './place';

// The archives of conferences are fetched, stored, recorded and claimed by
// examples/claim-archives-by-polling on n8n's engine, in a process that is killed with SIGKILL at any
// moment and started again. Flexperto, the disk and n8n's memory of its trigger outlive it.

const CHAPTER = 'Crashes: archives';
const KILLS = 100;

/** After so many kills a run may come to its end. */
const KILLS_A_ROUND = 6;

const LARGEST = 1_500_000;

// Most of it goes into loading n8n anew for each kill.
jest.setTimeout(3_600_000);

let place: Place;
beforeAll(async () => {
	place = await startPlace('archives', ['claim-archives-by-polling'], 4);
});
afterAll(async () => await place.close());

/** Conferences end, and their archives become available. */
async function addArchives(count: number): Promise<void> {
	const { control, random } = place;
	for (let added = 0; added < count; added++) {
		const sizeBytes = 1 + Math.floor(random() * LARGEST);
		await control.flexperto.finishConference({ sizeBytes, available: true });
	}
}

const available = async () =>
	(await place.control.flexperto.archives()).filter(({ status }) => status === 'AVAILABLE').length;

it('loses no archive, and claims none that is not stored', async () => {
	const checks = archiveChecks(place);
	const tooEarly = new Set<string>();
	let longestRecovery = 0;
	let rounds = 0;

	// What n8n does when it starts, and what it does at night.
	const job = {
		workflow: place.workflow('claim-archives-by-polling'),
		steps: ['publish' as const, { from: 'Every Night', mode: 'trigger' as const }],
	};
	for (; place.kills.all < KILLS || rounds === 0; rounds++) {
		await addArchives(3);
		let kills = 0;
		let isDone = false;
		while (!isDone) {
			const mayBeKilled = kills < KILLS_A_ROUND;
			const attempt = await place.attempt(job, await available(), mayBeKilled);
			for (const id of await checks.promisedTooEarly()) tooEarly.add(id);
			if (attempt.killed) {
				kills++;
				if (kills % 2 === 0) await addArchives(1);
				continue;
			}
			isDone = true;
			expect(attempt.done.map(({ status, message }) => [status, message])).toEqual(
				attempt.done.map(() => ['success', undefined]),
			);
			if (kills > 0) longestRecovery = Math.max(longestRecovery, attempt.ms);
		}
	}

	const total = (await place.control.flexperto.archives()).length;
	counted(CHAPTER, 'kills', place.kills.all, { atLeast: KILLS });
	counted(CHAPTER, 'kills while Flexperto had a request to answer', place.kills.inRequest, {
		atLeast: KILLS / 20,
	});
	counted(CHAPTER, 'rounds', rounds);
	counted(CHAPTER, 'archives carried through', total, { atLeast: 3 * rounds });
	const none = { atMost: 0 };
	const early = [...tooEarly, ...(await checks.claimedBeforeStored())];
	counted(CHAPTER, 'archives claimed or recorded before they were stored', early.length, none);
	counted(CHAPTER, 'archives lost', (await checks.lost()).length, none);
	counted(CHAPTER, 'archives claimed twice', (await checks.claimedTwice()).length, none);
	counted(
		CHAPTER,
		'files under two names, or of no archive',
		(await checks.strayFiles()).length,
		none,
	);
	measured(CHAPTER, 'longest run that set everything right', longestRecovery / 1000, {
		unit: 's',
		atMost: 30,
	});
});
