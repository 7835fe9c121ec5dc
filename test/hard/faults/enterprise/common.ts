import type { INodeParameters } from 'n8n-workflow';

import type { Setup } from '../../../Iotum/setup';
import type { Act, Outcome } from '../act';
import { outcomeOf, type Count } from '../operations';

export type EnterpriseAct = Act<Setup>;
export type Brand = 'iotum' | 'vivoMeetings';

/** The path of an endpoint. */
export const at = (path: string) => `/enterprise_api/${path}`;

/** An operation that is run with these inputs, in a session that is open and was accepted. */
export async function running(
	{ run, access }: Setup,
	name: `${string}.${string}`,
	inputs: INodeParameters,
	{ count, ...more }: Parameters<Setup['run']>[1] & { count?: Count } = {},
): Promise<() => Promise<Outcome>> {
	await run('host.get', { inputs: { hostId: access.fixtures.hostId } });
	return async () => outcomeOf(await run(name, { ...more, inputs }), count);
}
