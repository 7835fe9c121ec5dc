import type { IDataObject } from 'n8n-workflow';

import type { SandboxControl } from '../sandbox/control';
import type { FaultAnswer } from '../sandbox/faults';
import type { Active, Tick } from './harness/activeWorkflow';
import type { Engine } from './harness/engine';
import { workflowId } from './harness/run';
import { betweenPages, RESTART } from './polling';
import type { World } from './pollingHistory';
import type { Tally } from './pollingTally';
import { found, TRIGGER } from './triggerWorkflow';

/** The ways in which the vendor fails, one after the other. */
const FAILURES: FaultAnswer[] = [
	{ kind: 'status', status: 503 },
	{ kind: 'reset' },
	{ kind: 'cutBody' },
	{ kind: 'html' },
	{ kind: 'resetMidBody' },
	{ kind: 'status', status: 500 },
	{ kind: 'cutJson' },
	{ kind: 'status', status: 403 },
];

const text = (key: unknown) => JSON.stringify(key);

/** What is left of some texts without others, each as often as it stands there more. */
function without(texts: string[], others: string[]): string[] {
	const counts = new Map<string, number>();
	for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
	return texts.filter((one) => {
		const count = counts.get(one) ?? 0;
		counts.set(one, count - 1);
		return count <= 0;
	});
}

/** A workflow that watches a world; each look hands over what is due, all of it and nothing else. */
export class Watch<Step extends string> {
	/** What n8n has stored so far, and how much had been handed over by then. */
	private readonly versions: Array<{ data: IDataObject; given: number }> = [];
	private readonly given: string[] = [];
	private turns = 0;

	private constructor(
		private readonly setup: { engine: Engine; control: SandboxControl },
		private readonly world: World<Step>,
		private readonly active: Active,
		private readonly tally: Tally,
	) {}

	static async begin<S extends string>(
		setup: { engine: Engine; control: SandboxControl },
		world: World<S>,
		tally: Tally,
	): Promise<Watch<S>> {
		const watch = new Watch(setup, world, await setup.engine.activate(world.workflow), tally);
		tally.polls++;
		watch.given.push(...watch.keysOf(watch.active.firstTicks));
		watch.keep();
		return watch;
	}

	async look(): Promise<void> {
		const due = await this.world.due('all');
		this.judge(await this.active.tick(), due.map(text));
	}

	/** A look that fails at one of its requests hands over nothing and forgets nothing. */
	async failingLook(): Promise<void> {
		const failure = FAILURES[this.turns++ % FAILURES.length] ?? { kind: 'reset' };
		await this.fails({ ...failure, ...this.world.fail() });
	}

	/** The session ends, and the vendor does not open another one. */
	async failingSignIn(): Promise<void> {
		const { session } = this.world;
		if (!session) return await this.failingLook();
		await this.look();
		await session.end();
		await this.fails({ kind: 'status', status: 503, path: session.path });
	}

	/** The session ends after a look has used it: one that was never accepted is not replaced at once. */
	async endedSession(): Promise<void> {
		await this.look();
		await this.world.session?.end();
		await this.look();
	}

	/** n8n starts a look while another one is under way. */
	async twoLooks(): Promise<void> {
		const due = await this.world.due('all');
		const [first, second] = await Promise.all([this.active.tick(), this.active.tick()]);
		this.judge(first, due.map(text));
		this.judge(second, []);
	}

	/** The list changes between two pages of a look; what that one misses is due at the next. */
	async slip(): Promise<void> {
		await this.look();
		const { slip, fail } = this.world;
		if (!slip) return;
		await slip.appear();
		const due = (await this.world.due('all')).map(text);
		const tick = async () => await this.active.tick();
		const { control } = this.setup;
		const ticks = await betweenPages(control, fail().path, tick, slip.vanish, 150);
		await control.clearFaults();
		const missed = without(due, this.keysOf(ticks));
		this.judge(ticks, without(due, missed));
		const next = [...missed, ...(await this.world.due('all')).map(text)];
		this.judge(await this.active.tick(), next);
	}

	async restart(): Promise<void> {
		this.tally.restarts++;
		const due = await this.world.due('stored');
		await this.active.restart(RESTART);
		this.judge(this.active.firstTicks, due.map(text));
		this.keep();
	}

	/** n8n comes back with what it had stored some time ago, as after a restored backup. */
	async olderData(): Promise<void> {
		const number = (this.turns++ * 7) % this.versions.length;
		const { data, given } = this.versions[number] ?? { data: {}, given: 0 };
		await this.lose(data, await this.world.due(number), this.given.slice(given));
	}

	/** n8n comes back without any memory. */
	async noData(): Promise<void> {
		const due = await this.world.due('nothing');
		if (this.world.includesExisting) return await this.lose({}, due, [...this.given]);
		this.tally.countedAsKnown += without(due.map(text), this.given).length;
		// With a memory from before, it is found after all.
		this.given.push(...due.map(text));
		await this.lose({}, [], []);
	}

	private async lose(data: IDataObject, due: unknown[], mayRepeat: string[]): Promise<void> {
		this.tally.losses++;
		this.setup.engine.staticData.save(workflowId(this.world.workflow), data);
		await this.active.restart(RESTART);
		this.judge(this.active.firstTicks, due.map(text), mayRepeat);
		this.keep();
	}

	private async fails(fault: Parameters<SandboxControl['fault']>[0]): Promise<void> {
		await this.setup.control.fault(fault);
		const ticks = await this.active.tick();
		const failed = ticks.some(({ error }) => error !== undefined);
		// A fault that cuts the answer may meet the 401 of a session that is over, which is then renewed.
		if (!failed && this.world.session) {
			return this.judge(ticks, (await this.world.due('all')).map(text));
		}
		this.tally.polls++;
		this.tally.failed++;
		expect({ fault, failed }).toEqual({ fault, failed: true });
	}

	/** Compares what a look hands over with what is due; after a loss it may repeat. */
	private judge(ticks: Tick[], due: string[], mayRepeat: string[] = []): void {
		const { tally } = this;
		tally.polls++;
		const given = this.keysOf(ticks);
		const lost = without(due, given);
		const repeated = without(without(given, due), [...new Set(mayRepeat)]);
		const fresh = without(due, mayRepeat);
		tally.happened += fresh.length;
		tally.delivered += without(fresh, lost).length;
		tally.lost += lost.length;
		tally.repeated += repeated.length;
		tally.repeatedAfterLoss += given.length - without(given, mayRepeat).length;
		expect({ lost, repeated }).toEqual({ lost: [], repeated: [] });
		this.given.push(...given);
		if (given.length > 0) this.keep();
	}

	private keysOf(ticks: Tick[]): string[] {
		return (found(ticks) ?? []).map((thing) => text(this.world.key(thing)));
	}

	/** n8n has stored its memory. */
	private keep(): void {
		const data = this.setup.engine.staticData.load(workflowId(this.world.workflow));
		const bytes = JSON.stringify(data[`node:${TRIGGER}`] ?? {}).length;
		this.tally.mostBytes = Math.max(this.tally.mostBytes, bytes);
		this.versions.push({ data, given: this.given.length });
		this.world.kept?.();
	}
}
