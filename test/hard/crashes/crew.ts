import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Installation, Job, Message, Outcome } from './job';

/**
 * A job that was done, or whose process was killed amid it. `ms` from its beginning to its end; `at` when
 * it was killed, in milliseconds since the epoch.
 */
export type Attempt =
	| { killed: true; ms: number; at: number }
	| { killed: false; ms: number; done: Outcome[] };

/** A process that has loaded n8n. `ended` when it is gone and nothing more can come from it. */
interface Loaded {
	child: ChildProcess;
	ended: Promise<undefined>;
}

/** Loading n8n takes longer than most jobs, and all of a processor. */
const SPARES = 1;

/** Processes with n8n's engine, all of the same installation. One works, others are kept ready. */
export class Crew {
	private readonly spares: Array<Promise<Loaded>> = [];
	private readonly alive = new Set<ChildProcess>();
	private working?: Loaded;

	/** @param program what a process runs: engineProcess.ts, compiled */
	constructor(
		private readonly program: string,
		private readonly installation: Installation,
	) {}

	/** Does a job, and kills the process after so many milliseconds if it has not ended by then. */
	async attempt(job: Job, killAfter?: number): Promise<Attempt> {
		const { child, ended } = (this.working ??= await this.next());
		let begun = 0;
		let at = 0;
		let timer: NodeJS.Timeout | undefined;
		const kill = () => {
			at = Date.now();
			child.kill('SIGKILL');
		};
		const answer = new Promise<Outcome[]>((resolve, reject) => {
			const listen = (message: Message) => {
				if (message === 'begun') {
					begun = performance.now();
					if (killAfter !== undefined) timer = setTimeout(kill, killAfter);
				} else if (message !== 'ready') {
					child.off('message', listen);
					clearTimeout(timer);
					if ('done' in message) resolve(message.done);
					else reject(new Error(message.failed));
				}
			};
			child.on('message', listen);
		});
		child.send(job);
		const done = await Promise.race([answer, ended]);
		const ms = performance.now() - begun;
		// It may have been killed just after it had told the end.
		if (!done || child.killed) this.working = undefined;
		if (done) return { killed: false, ms, done };
		if (child.signalCode === 'SIGKILL') return { killed: true, ms, at };
		throw new Error(`The process ended by itself: ${child.exitCode ?? child.signalCode}`);
	}

	/** Ends all processes. */
	async end(): Promise<void> {
		await Promise.allSettled(this.spares);
		for (const child of this.alive) child.kill('SIGKILL');
	}

	private async next(): Promise<Loaded> {
		while (this.spares.length <= SPARES) this.spares.push(this.load());
		const [first] = this.spares.splice(0, 1);
		return (await first) ?? (await this.load());
	}

	private async load(): Promise<Loaded> {
		const child = fork(this.program, [JSON.stringify(this.installation)], {
			execArgv: [],
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
		this.alive.add(child);
		child.once('exit', () => this.alive.delete(child));
		const ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(
			() => undefined,
		);
		const first = await Promise.race([once(child, 'message'), ended]);
		if (first?.[0] !== 'ready') throw new Error('The process ended while it loaded n8n.');
		return { child, ended };
	}
}
