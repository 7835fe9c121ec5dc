import type { World } from '../pollingHistory';
import type { FlexpertoSetup } from './setup';
import { triggerWorkflow } from './triggerWorkflow';

export const STEPS = ['new', 'done'] as const;

export type FlexpertoWorld = World<(typeof STEPS)[number]>;

/** What is particular to the histories of a test. */
export interface Plan {
	/** Whether the workflow asks for what is there at its first look. */
	includesExisting?: boolean;
}

/** A workflow that looks for an event; without repetitions, so that no test waits. */
export const watching = (event: string, { includesExisting }: Plan) => ({
	includesExisting,
	workflow: triggerWorkflow('flexpertoPollingTrigger', {
		event,
		options: {
			maxRetries: 0,
			...(includesExisting !== undefined && { includeExisting: includesExisting }),
		},
	}),
});

/** A list of what is due, and of what was handed over. */
function queue() {
	const due: unknown[] = [];
	const given: unknown[] = [];
	return {
		due,
		given,
		take() {
			const now = due.splice(0);
			given.push(...now);
			return now;
		},
	};
}

/** Archives appear, and are claimed when they have been handed over; all are due. */
export function archives({ vendor, includesExisting = true }: FlexpertoSetup & Plan) {
	const { due, given, take } = queue();
	const open: string[] = [];
	const appear = async (count = 1) => {
		const { ids } = await vendor.createArchives({ count });
		open.push(...ids);
		due.push(...ids);
	};
	const claim = async () => {
		const claimed = open.findIndex((id) => given.includes(id));
		if (claimed < 0) return;
		for (const id of open.splice(claimed, 1)) await vendor.setArchiveStatus(id, 'ABANDONED');
	};
	return {
		...watching('archiveAvailable', { includesExisting }),
		key: ({ id }) => id,
		due: take,
		fail: () => ({ path: '/api/*' }),
		steps: { new: async () => await appear(), done: claim },
		// So many that a look has two pages; a claim moves one from the second to the first.
		slip: { appear: async () => await appear(Math.max(2, 104 - open.length)), vanish: claim },
	} satisfies FlexpertoWorld;
}

/** Contract sessions are started, some signed at once, and others later; all signed ones are due. */
export function sessions({ vendor, includesExisting }: FlexpertoSetup & Plan) {
	const { due, take } = queue();
	const open: number[] = [];
	let started = 0;
	const start = async (signed: boolean, count = 1) => {
		const views = await vendor.createSessions({ count, documents: 1, handedOver: true, signed });
		(signed ? due : open).push(...views.map(({ session }) => session.id));
	};
	const withdraw = async () => {
		const oldest = open.shift();
		if (oldest !== undefined) await vendor.deleteSession(oldest);
	};
	return {
		...watching('contractSessionCompleted', { includesExisting }),
		key: ({ id }) => id,
		due: take,
		fail: () => ({ path: '/api/*' }),
		steps: {
			new: async () => await start(++started % 3 === 0),
			async done() {
				const oldest = open.shift();
				if (oldest === undefined) return;
				await vendor.signSession(oldest);
				due.push(oldest);
			},
		},
		slip: {
			async appear() {
				await start(false, Math.max(2, 104 - open.length));
				await start(true);
			},
			vanish: withdraw,
		},
	} satisfies FlexpertoWorld;
}
