import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Active } from '../../harness/activeWorkflow';
import type { Engine } from '../../harness/engine';
import { started } from '../../triggerWorkflow';
import { seed } from '../figures';
import { anyOf, type Kind } from './hostile';
import { Outcome } from './outcome';
import { eachOf, hangUp, sendRaw, type WireRequest } from './wire';

/** How many hostile deliveries a trigger gets, and after how many a genuine one comes. */
const DELIVERIES = 10_000;
const GENUINE_EVERY = 500;

/** How many deliveries are under way at once. */
const AT_ONCE = 8;

/** A published workflow under attack. */
export interface Target {
	/** The node, as users know it. */
	name: string;
	engine: Engine;
	active: Active;
	/** Other workflows that hostile deliveries go to. */
	others?: Active[];
	workflowId: string;
	/** The kinds of hostile deliveries; each is sent at least once. */
	kinds: Record<string, Kind>;
	/** What neither the log nor an answer may show. */
	secrets: string[];
	/** A delivery as the vendor sends it, and what it starts the workflow with. */
	genuine(): Promise<{ request: WireRequest; starts: IDataObject }>;
	/** Forgets what the simulated vendor has noted, so that only the node's memory is measured. */
	tidy?(): Promise<void>;
}

/** What every object inherits; hostile content must not change it. */
const prototypes = () =>
	[Object, Array, String, Number, Function].map(({ prototype }) =>
		Reflect.ownKeys(prototype).map(String),
	);

/** Sends the hostile deliveries with genuine ones in between, and says what came of them. */
export async function withstand(target: Target): Promise<void> {
	const { name, engine, active, workflowId, kinds, genuine, others = [] } = target;
	const outcome = new Outcome(target.secrets);
	const hostile = anyOf(kinds);
	const wanted: IDataObject[] = [];
	const inherited = prototypes();
	const remembered = engine.staticData.load(workflowId);

	for (let sent = 0; sent < DELIVERIES; sent += GENUINE_EVERY) {
		const samples = { seed: seed * DELIVERIES + sent, numRuns: GENUINE_EVERY };
		await eachOf(fc.sample(hostile, samples), AT_ONCE, async (delivery) =>
			outcome.note(delivery, await sendRaw(delivery.request)),
		);
		const { request, starts } = await genuine();
		outcome.noteGenuine(request, await sendRaw(request));
		wanted.push(starts);
		await active.executions();
		outcome.search(engine.logs.splice(0));
		await target.tidy?.();
		if (sent + GENUINE_EVERY === DELIVERIES / 10) outcome.measureFromHere();
	}
	hangUp();

	expect(outcome.surprises).toEqual([]);
	expect(outcome.shown).toEqual([]);
	expect(outcome.sentKinds().sort()).toEqual(Object.keys(kinds).sort());
	const executions = await active.executions();
	expect(started(executions)).toEqual(wanted);
	for (const other of others) expect(started(await other.executions())).toEqual([]);
	expect(prototypes()).toEqual(inherited);
	expect(engine.staticData.load(workflowId)).toEqual(remembered);
	const genuineOnes = { genuine: wanted.length, started: executions.length };
	outcome.tell(name, { deliveries: DELIVERIES, ...genuineOnes });
}
