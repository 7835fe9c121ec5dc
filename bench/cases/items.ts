import type { Bench, Case } from '../case';
import { CONTENDERS, type Contender } from '../contenders';
import type { Measured } from '../jobs/measured';
import type { EngineProcess } from '../process';

/** How many archives exist, which are read again and again. */
const ARCHIVES = 100;

const IN_FLIGHT = 10;
const LATENCY = 20;

const WITHOUT_TWINS: Contender[] = ['ours', 'httpRequest', 'helper', 'floor'];

/** Reading the records of archives, one for each item: pace, patience, memory, and how they grow. */
export function itemCases({ control, engine, fresh, isQuick, vendors }: Bench): Case[] {
	let ids: string[] = [];
	const prepare = async () => {
		if (ids.length > 0) return;
		({ ids } = await control.flexperto.createArchives({ count: ARCHIVES }));
	};
	const read = async (contender: Contender, items: number, process = engine(contender)) =>
		await process.readArchives({ contender, vendors, ids, items });
	const perItem = async (contender: Contender, items: number) =>
		(await read(contender, items)).milliseconds / items;

	const pace = (items: number, contenders: Contender[], rounds: number): Case => ({
		name: `get-${items}`,
		title: `${items.toLocaleString('en')} records, vendor without delay`,
		unit: 'ms/item',
		contenders: named(contenders),
		rounds: isQuick ? 2 : rounds,
		warmUps: isQuick ? 1 : 2,
		prepare,
		measure: async (contender) => await perItem(known(contender), items),
		targets: [{ contender: 'ours', atMost: 1, of: 'httpRequest' }],
	});

	const size = isQuick ? 1000 : 10_000;
	const steps = isQuick ? [300, 1000, 3000] : [1000, 10_000, 100_000];
	const [least = 0, middle = 0, most = 0] = steps;
	/** What one item more costs between two sizes. */
	const slope = async (from: number, to: number) => {
		const less = await read('ours', from);
		const more = await read('ours', to);
		return (more.milliseconds - less.milliseconds) / (to - from);
	};

	return [
		pace(
			1000,
			isQuick ? WITHOUT_TWINS : ['ours', 'httpRequest', 'declarative', 'serial', 'helper', 'floor'],
			9,
		),
		...(isQuick ? [] : [pace(10_000, WITHOUT_TWINS, 3)]),
		{
			name: 'latency',
			title: `1,000 records, ${LATENCY} ms delay at the vendor`,
			unit: 'ms',
			contenders: named(isQuick ? ['ours', 'floor'] : WITHOUT_TWINS),
			rounds: isQuick ? 1 : 5,
			warmUps: isQuick ? 0 : 1,
			async prepare() {
				await prepare();
				await control.fault({
					kind: 'delay',
					ms: LATENCY,
					times: 'always',
					vendor: 'flexperto',
					host: 'api',
				});
			},
			finish: async () => await control.clearFaults(),
			measure: async (contender) => (await read(known(contender), 1000)).milliseconds,
			targets: [{ contender: 'ours', atMost: 1.1 * (1000 / IN_FLIGHT) * LATENCY }],
		},
		{
			name: 'memory',
			title: `${size.toLocaleString('en')} records: most memory, beyond what 100 took`,
			unit: 'MB',
			contenders: named(['ours', 'httpRequest']),
			rounds: isQuick ? 1 : 5,
			// A fresh process each time has nothing to get warm for.
			warmUps: 0,
			prepare,
			async measure(contender) {
				return await fresh(async (process: EngineProcess) => {
					await read(known(contender), 100, process);
					const { growth }: Measured = await read(known(contender), size, process);
					return growth / 1e6;
				});
			},
			targets: [{ contender: 'ours', atMost: 1, of: 'httpRequest' }],
		},
		{
			name: 'scale',
			title: 'One item more, of this package',
			unit: 'ms/item',
			contenders: {
				small: `between ${least.toLocaleString('en')} and ${middle.toLocaleString('en')} items`,
				large: `between ${middle.toLocaleString('en')} and ${most.toLocaleString('en')} items`,
			},
			rounds: isQuick ? 1 : 2,
			warmUps: 0,
			prepare,
			measure: async (contender) =>
				contender === 'small' ? await slope(least, middle) : await slope(middle, most),
			targets: [{ contender: 'large', atMost: 1.2, of: 'small' }],
		},
	];
}

const named = (contenders: Contender[]): Record<string, string> =>
	Object.fromEntries(contenders.map((contender) => [contender, CONTENDERS[contender]]));

const isContender = (name: string): name is Contender => name in CONTENDERS;

function known(name: string): Contender {
	if (isContender(name)) return name;
	throw new Error(`There is no contender "${name}"`);
}
