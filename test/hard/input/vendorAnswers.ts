import { inspect } from 'node:util';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import { secretWatch } from '../../harness/secrets';
import { isBare } from '../bare';
import { counted } from '../figures';
import { documentedFor } from './addresses';
import { lookAt, type Find } from './checks';
import type { Stray } from './elsewhere';
import { CHAPTER, collectFinds } from './finds';
import { useLookout } from './lookout';
import { knownOf } from './node';
import { spoilings } from './spoiling';
import { startSpoilingServer } from './spoilingServer';
import { vendors, type OperationName, type Working } from './stage';
import { within } from './within';

/** How many runs each operation has, and how many items a run; each item gets at least one answer. */
const RUNS = Number(process.env.ANSWER_RUNS ?? 2);
const ITEMS = Number(process.env.ANSWER_ITEMS ?? 90);

/** How long a run may take, in milliseconds, and how many requests an item may make. */
const LONGEST = 60_000;
const MOST_REQUESTS = 40;

/** What never asks the vendor. */
const LOCAL = ['conference.getEmbedCode', 'conference.getJoinLink', 'conference.previewSchedule'];

/** A link of the vendor's may lead to this machine, but not with a credential and not unprotected elsewhere. */
const isOutside = (stray: Stray): boolean => /^\w+ http:/.test(stray.asked) || !isBare(stray);

/** The vendor gives links to its own hosts too, and guards its files where it has one operation for them. */
const isLink = (name: string, request: LoggedRequest): boolean =>
	isBare(request) || (name === 'media.download' && request.method === 'GET');

/** A run that works, without pauses and one item after the other, so that each answer goes to the same item. */
const patient = ({ options = {}, ...inputs }: INodeParameters): INodeParameters => ({
	...inputs,
	options: {
		...(typeof options === 'object' && options),
		maxRetries: 0,
		maxWait: 0,
		timeout: 20_000,
		waitSeconds: 0,
		maxSessionsPerRun: 100_000,
		batching: { values: { concurrentRequests: 1, pause: 0 } },
	},
});

/** The inputs with addresses of the vendor as those of the server before it. */
const led = (inputs: INodeParameters, from: string, to: string): INodeParameters =>
	JSON.parse(JSON.stringify(inputs).replaceAll(from, to));

/** Runs every operation of a node while the vendor's answers are not what they should be. */
export function describeVendorAnswers(node: keyof typeof vendors): void {
	const { manifest, use } = vendors[node];
	const known = knownOf(node);
	// The sandbox gives the same token to a session with it and to one with the server before it.
	beforeAll(() => secretWatch()?.end());
	const stage = use();
	const finds = collectFinds();
	let answers = 0;
	const lookout = useLookout();
	let vendor: Awaited<ReturnType<typeof startSpoilingServer>>;
	beforeAll(async () => {
		vendor = await startSpoilingServer(String(stage().credential.data.baseUrl));
	});
	afterAll(async () => {
		await vendor.close();
	});

	async function play(name: OperationName, { inputs, file }: Working): Promise<Find[]> {
		const { control, credential, run } = stage();
		const { type, data } = credential;
		const { pathname } = new URL(String(data.baseUrl));
		const baseUrl = `${vendor.url}${pathname === '/' ? '' : pathname}`;
		const isDocumented = documentedFor(name, manifest);
		await control.clearRequests();
		const items = new Array<object>(ITEMS).fill({}).map(() => file ?? { json: {} });
		const running = run(name, {
			inputs: patient(led(inputs, new URL(String(data.baseUrl)).origin, vendor.url)),
			items,
			credentials: { [type]: { ...data, baseUrl } },
			continueOnFail: true,
		});
		const result = await within(LONGEST, running);
		if (!result) return [{ kind: 'run', what: `does not end within ${LONGEST / 1000} s` }];
		const { finds: seen } = lookAt(result, {
			items: ITEMS,
			named: { ...known.named(name), isJoint: true },
			mayBeEmpty: true,
		});
		const { spoilt, asked } = vendor.counts();
		answers += spoilt;
		const requests = await control.requests();
		const strange = requests.filter((request) => !isDocumented(request) && !isLink(name, request));
		const outside = [
			...strange.map(({ method, host, path }) => `${method} ${host} ${path}`),
			...lookout()
				.elsewhere.taken()
				.filter(isOutside)
				.map((stray) => stray.asked),
		];
		return [
			...seen,
			...outside.map((what): Find => ({ kind: 'outside', what })),
			...lookout()
				.crashes.taken()
				.map((error): Find => ({ kind: 'crash', what: inspect(error) })),
			...(asked > ITEMS * MOST_REQUESTS
				? [{ kind: 'run' as const, what: `asks ${asked} times` }]
				: []),
		];
	}

	it.each(known.operations.filter((name) => !LOCAL.includes(name)))(
		'%s ends well whatever the vendor answers',
		async (name) => {
			const shown: string[] = [];
			const before = answers;
			for (let run = 0; run < RUNS; run++) {
				const working = await stage().prepare(name);
				const { [run % working.length]: given } = working;
				const some = { seed: known.seedOf(name, run), numRuns: ITEMS * 6 };
				vendor.spoil(fc.sample(spoilings(lookout().elsewhere.url), some));
				if (given) shown.push(...finds.note(await play(name, given), []));
			}
			expect(shown).toEqual([]);
			expect(answers - before).toBeGreaterThanOrEqual((RUNS * ITEMS) / 2);
		},
		RUNS * LONGEST,
	);

	it('has had many answers', () => {
		counted(CHAPTER, 'vendor answers', answers, {
			// What needs no request and what a failed sign-in keeps from being asked is left out.
			atLeast: known.operations.length * RUNS * ITEMS * 0.85,
		});
		finds.figures();
	});
}
