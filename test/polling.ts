import { DateTime, type DurationLikeObject } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { SandboxControl } from '../sandbox/control';
import type { Engine } from './harness/engine';
import type { WorkflowJson } from './harness/run';
import { TRIGGER } from './triggerWorkflow';

/** A restart as n8n does it; nothing is registered at the vendor. */
export const RESTART = { checksWebhooks: false };

const real = Date.now;

/**
 * Lets time pass for both the node and the vendor, who share this process and its clock.
 * `jest.restoreAllMocks()` brings the present back.
 */
export function letPass(duration: DurationLikeObject): void {
	const ahead = Date.now() - real();
	const moved = DateTime.utc().plus(duration).toMillis() - DateTime.utc().toMillis();
	jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead + moved);
}

/** What n8n has stored for the trigger. */
export const stored = ({ staticData }: Engine, { id }: WorkflowJson): IDataObject =>
	Object(staticData.load(String(id))[`node:${TRIGGER}`]);

/**
 * Does something after the first page of a look at a list was read and before the second is made, which
 * takes so many milliseconds longer.
 */
export async function betweenPages<T>(
	control: SandboxControl,
	path: string,
	look: () => Promise<T>,
	act: () => Promise<unknown>,
	ms = 700,
): Promise<T> {
	await control.fault({ kind: 'delay', ms, path, after: 1 });
	await control.clearRequests();
	let isOver = false;
	const looking = look().finally(() => {
		isOver = true;
	});
	while (!isOver && (await control.requests({ path })).length < 2) {
		await new Promise((done) => setTimeout(done, 20));
	}
	await act();
	return await looking;
}
