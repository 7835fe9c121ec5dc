import { checkHistories, type World } from '../pollingHistory';
import { useFlexperto } from './setup';
import { triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const STEPS = ['new', 'done'] as const;

/** What all worlds have: a list of what is due, and of what was handed over. */
function world(event: string) {
	const due: unknown[] = [];
	const given: unknown[] = [];
	const options = { maxRetries: 0 };
	const watching = {
		workflow: triggerWorkflow('flexpertoPollingTrigger', { event, options }),
		key: ({ id }: { id?: unknown }) => id,
		due() {
			const now = due.splice(0);
			given.push(...now);
			return now;
		},
		fail: () => ({ path: '/api/*' }),
	};
	return { due, given, watching };
}

/** Archives appear, and are claimed when they have been handed over; all are due. */
function archives(): World<(typeof STEPS)[number]> {
	const { vendor } = flexperto();
	const { due, given, watching } = world('archiveAvailable');
	const open: string[] = [];
	return {
		...watching,
		steps: {
			async new() {
				const { ids } = await vendor.createArchives();
				open.push(...ids);
				due.push(...ids);
			},
			async done() {
				const claimed = open.findIndex((id) => given.includes(id));
				if (claimed < 0) return;
				for (const id of open.splice(claimed, 1)) await vendor.setArchiveStatus(id, 'ABANDONED');
			},
		},
	};
}

/** Contract sessions are started, some signed at once, and others later; all signed ones are due. */
function sessions(): World<(typeof STEPS)[number]> {
	const { vendor } = flexperto();
	const { due, watching } = world('contractSessionCompleted');
	const open: number[] = [];
	let started = 0;
	return {
		...watching,
		steps: {
			async new() {
				const signed = ++started % 3 === 0;
				const [view] = await vendor.createSessions({ documents: 1, handedOver: true, signed });
				const ids = view ? [view.session.id] : [];
				(signed ? due : open).push(...ids);
			},
			async done() {
				const oldest = open.shift();
				if (oldest === undefined) return;
				await vendor.signSession(oldest);
				due.push(oldest);
			},
		},
	};
}

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		['archives', archives],
		['contract sessions', sessions],
	])('%s', async (_kind, begin) => await checkHistories(flexperto(), STEPS, begin, 25), 120_000);
});
