import { connect, type SandboxControl } from '../../sandbox/control';
import { fixed, type Bench, type Case } from '../case';
import type { Look } from '../jobs/watchArchives';
import { startVendors, type VendorAccess } from '../process';

const ARCHIVES = '/api/v2/communication/archives/archives';

/** The vendor's largest page. */
const PAGE = 100;

/** The most bytes that are to be kept for an archive. */
const BYTES = 16;

const CONTENDER = 'this package, Flexperto Polling Trigger';

interface Size {
	history: number;
	open: number;
	/** How many of the open ones are closed. */
	closed: number;
}

/** What a look for new archives costs, and what is kept between looks. */
export function pollingCases({ engine, isQuick }: Bench): Case[] {
	const size = isQuick
		? { history: 10_000, open: 1000, closed: 500 }
		: { history: 100_000, open: 10_000, closed: 5000 };
	const watch = watching(engine, size);
	const { prepare } = watch;
	const count = (value: number) => value.toLocaleString('en');
	const among = `${count(size.open)} open archives, ${count(size.history)} in history`;
	return [
		fixed(CONTENDER, {
			name: 'poll-requests',
			title: `Requests of a look at ${among}`,
			unit: 'requests',
			prepare,
			measure: watch.requests,
			// The vendor tells the total, so no request is needed to see the end.
			atMost: size.open / PAGE,
		}),
		{
			name: 'poll-time',
			title: `A look at ${among}, none new`,
			unit: 'ms',
			contenders: { ours: CONTENDER },
			rounds: isQuick ? 1 : 5,
			prepare,
			measure: async () => (await watch.look()).milliseconds,
			targets: [],
		},
		fixed(CONTENDER, {
			name: 'poll-state',
			title: `State for each of ${among}`,
			unit: 'bytes',
			prepare,
			measure: async () => (await watch.look()).stateBytes / size.open,
			atMost: BYTES,
		}),
		fixed(CONTENDER, {
			name: 'poll-state-closed',
			title: `State for each open archive, two looks after ${count(size.closed)} of ${count(size.open)} were closed`,
			unit: 'bytes',
			prepare,
			async measure() {
				await watch.close(size.closed);
				await watch.lookAtOneMore();
				const { stateBytes } = await watch.lookAtOneMore();
				return stateBytes / (size.open - size.closed + 2);
			},
			atMost: BYTES,
		}),
	];
}

/** A vendor of its own, as other cases are not to find this much at theirs. */
async function startVendor(): Promise<{ vendors: VendorAccess; control: SandboxControl }> {
	const vendors = await startVendors();
	return { vendors, control: connect(vendors.url) };
}

/** Archives at the vendor and a workflow that watches them. */
function watching(engine: Bench['engine'], size: Size) {
	let started: ReturnType<typeof startVendor> | undefined;
	const vendor = async () => await (started ??= startVendor());
	const trigger = () => engine('polling');
	let open: string[] = [];

	/** A look, which is to find so many new archives. */
	const look = async (expected = 0): Promise<Look> =>
		checked(await trigger().lookForArchives(), expected);

	let prepared: Promise<void> | undefined;
	const begin = async () => {
		const { vendors, control } = await vendor();
		const create = control.flexperto.createArchives;
		// Own choice: few were claimed in the last days; the simulated vendor is slow with these.
		const claimed = size.history / 100;
		await create({ count: size.history - claimed, status: 'EXPIRED' });
		await create({ count: claimed, status: 'ABANDONED' });
		({ ids: open } = await create({ count: size.open }));
		checked(await trigger().watchArchives({ vendors }), 0);
	};

	return {
		look,

		/** Once for all cases, as it takes long; the last of them changes what is there. */
		prepare: async () => await (prepared ??= begin()),

		/** The requests of a look. */
		async requests(): Promise<number> {
			const { control } = await vendor();
			await control.clearRequests();
			await look();
			const requests = await control.requests();
			if (requests.every(({ path }) => path === ARCHIVES)) return requests.length;
			throw new Error('A look asked for something else than archives');
		},

		/** So many archives are claimed by somebody else. */
		async close(count: number): Promise<void> {
			const { flexperto } = (await vendor()).control;
			const closing = open.splice(0, count);
			const worker = async () => {
				for (let id = closing.pop(); id; id = closing.pop()) {
					await flexperto.setArchiveStatus(id, 'ABANDONED');
				}
			};
			await Promise.all(Array.from({ length: 10 }, worker));
		},

		/** A look that finds one new archive: n8n stores the state of looks that find something alone. */
		async lookAtOneMore(): Promise<Look> {
			await (await vendor()).control.flexperto.createArchives();
			return await look(1);
		},
	};
}

function checked(look: Look, expected: number): Look {
	if (look.found === expected) return look;
	throw new Error(`A look found ${look.found} new archives instead of ${expected}`);
}
