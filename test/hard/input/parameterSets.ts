import { inspect } from 'node:util';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { secretWatch } from '../../harness/secrets';
import { isBare } from '../bare';
import { counted } from '../figures';
import { documentedFor } from './addresses';
import { lookAt, type Find } from './checks';
import type { Stray } from './elsewhere';
import { CHAPTER, collectFinds } from './finds';
import { formOf, samplesIn, type Form } from './inputs';
import { useLookout } from './lookout';
import { knownOf } from './node';
import { setsOf, shapes } from './sets';
import { vendors, type OperationName, type Working } from './stage';
import { within } from './within';

/** How many runs each operation has, and how many items a run; each item is a set of parameters. */
const RUNS = Number(process.env.INPUT_RUNS ?? 5);
const ITEMS = Number(process.env.INPUT_ITEMS ?? 149);

/** How long a run may take, in milliseconds. */
const LONGEST = 60_000;

/** Operations whose purpose is to open an address that the user enters. */
const OPENS_ADDRESSES = ['media.download'];

/** One run: its parameters, and the items that are sets of values for them. */
interface Run extends Form {
	items: INodeExecutionData[];
}

/** What a request elsewhere must not be: there at all, or with a credential where addresses are opened. */
const isOutside = (name: string, stray: Stray): boolean =>
	!OPENS_ADDRESSES.includes(name) || !isBare(stray);

/** Runs every operation of a node with sets of values that nobody would enter. */
export function describeParameterSets(node: keyof typeof vendors): void {
	const { manifest, use } = vendors[node];
	const known = knownOf(node);
	// A password that is generated, such as a blank, is found everywhere.
	beforeAll(() => secretWatch()?.end());
	const stage = use();
	const finds = collectFinds();
	const tally = { sets: 0, asked: 0, refused: 0, requests: 0, operations: 0 };
	const lookout = useLookout();

	/** The runs of an operation, the same for the same seed. */
	function runsOf(name: OperationName, working: Working[]): Run[] {
		const samples = new Map([...working].reverse().flatMap(({ inputs }) => samplesIn(inputs)));
		const binary = working.find(({ file }) => file)?.file?.binary?.data;
		const chosen = fc.sample(shapes, { seed: known.seedOf(name), numRuns: RUNS });
		return chosen.map(({ fileName, mimeType, ...shape }, run) => {
			const form = formOf(known.properties(name), shape);
			const sets = setsOf(form.leaves, { samples, elsewhere: lookout().elsewhere.url });
			const some = fc.sample(sets, { seed: known.seedOf(name, run), numRuns: ITEMS });
			const items = some.map((json, item) => {
				// Half of the files are as they should be.
				const data = item % 2 === 0 ? binary : binary && { ...binary, fileName, mimeType };
				return data ? { json, binary: { data } } : { json };
			});
			return { ...form, items };
		});
	}

	async function play(name: OperationName, { parameters, items }: Run): Promise<Find[]> {
		const { control, run } = stage();
		const isDocumented = documentedFor(name, manifest);
		await control.clearRequests();
		const running = run(name, { inputs: parameters, items, continueOnFail: true });
		const result = await within(LONGEST, running);
		if (!result) return [{ kind: 'run', what: `does not end within ${LONGEST / 1000} s` }];
		const { finds: seen, fates } = lookAt(result, {
			items: items.length,
			named: known.named(name),
			mayBeEmpty: known.mayBeEmpty(name),
		});
		const requests = await control.requests();
		const opens = OPENS_ADDRESSES.includes(name);
		const strange = requests.filter(
			(request) => !isDocumented(request) && !(opens && request.method === 'GET'),
		);
		const strays = lookout()
			.elsewhere.taken()
			.filter((stray) => isOutside(name, stray));
		tally.sets += items.length;
		tally.requests += requests.length;
		for (const fate of fates.values()) tally[fate]++;
		return [
			...seen,
			...strange.map(({ method, host, path }): Find => {
				return { kind: 'outside', what: `${method} ${host} ${path}` };
			}),
			...strays.map(({ asked }): Find => ({ kind: 'outside', what: asked })),
			...lookout()
				.crashes.taken()
				.map((error): Find => ({ kind: 'crash', what: inspect(error) })),
		];
	}

	it.each(known.operations)(
		'%s ends well whatever is entered',
		async (name) => {
			const shown: string[] = [];
			for (const run of runsOf(name, await stage().prepare(name))) {
				await stage().prepare(name);
				const sets: IDataObject[] = run.items.map(({ json }) => json);
				shown.push(...finds.note(await play(name, run), sets));
			}
			tally.operations++;
			expect(shown).toEqual([]);
		},
		RUNS * LONGEST,
	);

	it('has refused many sets, and asked the vendor with many', () => {
		const { operations, sets, refused, asked, requests } = tally;
		const count = known.operations.length;
		counted(CHAPTER, 'operations', operations, { atLeast: count });
		counted(CHAPTER, 'parameter sets', sets, { atLeast: count * RUNS * ITEMS });
		counted(CHAPTER, 'parameter sets refused before a request', refused, { atLeast: sets / 5 });
		counted(CHAPTER, 'parameter sets that led to an answer', asked, { atLeast: sets / 5 });
		counted(CHAPTER, 'requests for parameter sets', requests, { atLeast: Math.ceil(asked / 2) });
		finds.figures();
	});
}
