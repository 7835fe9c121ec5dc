import { counted, measured } from '../figures';
import {
	checksumsAt,
	contractOf,
	remaining,
	stateOf,
	workflowFor,
	writeContracts,
	type Contract,
} from './contracts';
import type { Outcome } from './job';
import { startPlace, type Place } from './place';

// A person has contracts signed: examples/request-signature provides for the adviser's account, puts
// the PDF files into a contract session and hands it over, on n8n's engine, in a process that is killed
// with SIGKILL at any moment. Then the person runs the workflow again, once Flexperto is done with what
// was under way. Flexperto and the disk outlive it; what the killed process knew is lost.

const CHAPTER = 'Crashes: signing';
const KILLS = 100;

/** After so many kills a run may come to its end. */
const KILLS_A_CONTRACT = 4;

const FILES = ['agreement.pdf', 'disclosure.pdf', 'mandate.pdf'];

// Most of it goes into loading n8n anew for each kill.
jest.setTimeout(3_600_000);

let place: Place;
beforeAll(async () => {
	place = await startPlace('signing', ['request-signature'], 1);
});
afterAll(async () => await place.close());

/** What was found wrong, by what it is. */
const found = { secondSessions: 0, secondUsers: 0, incomplete: 0, wrongDocuments: 0, untold: 0 };
const seen = { linksLost: 0, resumed: 0, longestRecovery: 0 };

/** Has a contract signed, however often the process is killed; gives what the last run told. */
async function carryThrough(contract: Contract): Promise<{ outcome?: Outcome; kills: number }> {
	const job = {
		workflow: workflowFor(place, contract),
		steps: [{ from: 'When clicking ‘Execute workflow’', mode: 'manual' as const }],
	};
	for (let kills = 0; ; kills++) {
		const before = await stateOf(place, contract);
		const units = remaining(before.sessions[0], FILES.length);
		const attempt = await place.attempt(job, units, kills < KILLS_A_CONTRACT);
		const { sessions, advisers, customers } = await stateOf(place, contract);
		if (sessions.length > 1) found.secondSessions++;
		if (advisers.length > 1 || customers.length > 1) found.secondUsers++;
		if (attempt.killed) continue;

		const [outcome] = attempt.done;
		if (kills > 0) seen.longestRecovery = Math.max(seen.longestRecovery, attempt.ms);
		expectTold(outcome, before);
		return { outcome, kills };
	}
}

/** The last run says what it found and what it made, or that the link was given before. */
function expectTold(
	outcome: Outcome | undefined,
	before: Awaited<ReturnType<typeof stateOf>>,
): void {
	const [known] = before.sessions;
	if (known?.handedOver) {
		const { id } = known.session;
		seen.linksLost++;
		expect(outcome?.message).toBe(`Contract session ${id} was handed over before [item 0]`);
		return;
	}
	expect([outcome?.status, outcome?.message, outcome?.description]).toEqual([
		'success',
		undefined,
		undefined,
	]);
	if (known) seen.resumed++;
	const [[adviser], [prepared], [link]] = [
		outcome?.outputs['Provision Adviser'] ?? [],
		outcome?.outputs['Prepare for Signature'] ?? [],
		outcome?.outputs['Link for the Customer'] ?? [],
	];
	const isTold =
		adviser?.created === (before.advisers.length === 0) &&
		prepared?.resumed === (known !== undefined) &&
		(!known || prepared?.sessionId === String(known.session.id)) &&
		String(link?.signingLink).includes('sessionid=');
	if (!isTold) found.untold++;
}

it('starts no second session and no second account, and finds again what it began', async () => {
	const checksums = Object.entries(await writeContracts(place, FILES));
	let contracts = 0;
	while (place.kills.all < KILLS || contracts === 0) {
		const contract = contractOf(++contracts);
		await carryThrough(contract);
		const { sessions, advisers } = await stateOf(place, contract);
		const [view] = sessions;
		const isComplete =
			view?.handedOver === true &&
			view.session.customer_email === contract.customer &&
			view.session.expert_email === contract.adviser &&
			advisers[0]?.confirmed === true;
		if (!isComplete) found.incomplete++;
		const stored = view ? await checksumsAt(place, view) : [];
		if (JSON.stringify(stored) !== JSON.stringify(checksums)) found.wrongDocuments++;
	}

	const sessions = await place.control.flexperto.sessions();
	const handOvers = await place.control.requests({ path: '*/handover' });
	const accepted = handOvers.filter(({ status }) => status !== null && status < 300);
	const created = await place.control.requests({ method: 'POST', path: '/api/v2/users/users' });

	counted(CHAPTER, 'kills', place.kills.all, { atLeast: KILLS });
	counted(CHAPTER, 'kills while Flexperto had a request to answer', place.kills.inRequest, {
		atLeast: KILLS / 20,
	});
	counted(CHAPTER, 'contracts carried through', contracts, { atLeast: KILLS / KILLS_A_CONTRACT });
	counted(CHAPTER, 'of these in a session that an earlier run had begun', seen.resumed, {
		atLeast: 1,
	});
	counted(CHAPTER, 'handed over by a run that was killed before it told the link', seen.linksLost);
	const none = { atMost: 0 };
	const missing = contracts - sessions.length;
	counted(CHAPTER, 'sessions not found again', found.secondSessions - Math.min(missing, 0), none);
	counted(CHAPTER, 'contracts or accounts not complete at the end', found.incomplete, none);
	counted(CHAPTER, 'second users for an email', found.secondUsers, none);
	counted(CHAPTER, 'accounts created again', created.length - contracts, none);
	counted(CHAPTER, 'documents lost, doubled or changed', found.wrongDocuments, none);
	counted(CHAPTER, 'sessions handed over twice', accepted.length - contracts, none);
	counted(CHAPTER, 'runs that did not tell what they found', found.untold, none);
	measured(CHAPTER, 'longest run that set everything right', seen.longestRecovery / 1000, {
		unit: 's',
		atMost: 30,
	});
});
