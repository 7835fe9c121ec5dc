import type { Fault, FaultAnswer } from '../../../sandbox/faults';
import type { SandboxControl } from '../../../sandbox/control';
import type { Engine } from '../../harness/engine';
import type { NodeRun, NodeRunResult } from '../../harness/runNode';

type Run = Omit<NodeRun, 'node' | 'parameters'> & { inputs?: NodeRun['parameters'] };

interface Setup {
	engine: Engine;
	control: SandboxControl;
	run(name: `${string}.${string}`, run?: Run): Promise<NodeRunResult>;
}

/** Without pauses, as what fails shall fail at once. */
const AT_ONCE = { maxRetries: 0, maxWait: 0 };

function atOnce({ inputs, ...run }: Run = {}): Run {
	const options = inputs?.options;
	const given = typeof options === 'object' && !Array.isArray(options) ? options : {};
	return { ...run, inputs: { ...inputs, options: { ...given, ...AT_ONCE } } };
}

/**
 * The setup, in which whatever is run meets a fault at one of its requests: the first when `after` is
 * 0. What fails is no reason to stop: the error is what is of interest.
 */
export function failing<S extends Setup>(setup: S, answer: FaultAnswer, after: number) {
	const { control, engine } = setup;
	let met = 0;
	const note = async () => {
		for (const fault of await control.faults()) met += fault.met;
		await control.clearFaults();
	};
	const next = async () => {
		await note();
		const fault: Fault = { ...answer, after, times: answer.kind === 'relink' ? 'always' : 1 };
		await control.fault(fault);
	};
	const before =
		<Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
		async (...given: Given) => {
			await next();
			return await work(...given);
		};
	const failingEngine: Engine = Object.create(engine, {
		activate: { value: before(engine.activate.bind(engine)) },
		runPicker: { value: before(engine.runPicker.bind(engine)) },
		testCredential: { value: before(engine.testCredential.bind(engine)) },
	});
	return {
		setup: {
			...setup,
			engine: failingEngine,
			async run(name: `${string}.${string}`, run?: Run) {
				await next();
				return { ...(await setup.run(name, atOnce(run))), error: undefined };
			},
		},
		/** How many requests have met the fault. */
		async met() {
			await note();
			return met;
		},
	};
}
