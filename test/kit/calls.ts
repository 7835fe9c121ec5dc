import { inspect } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults';
import type { FlexpertoSetup } from '../Flexperto/setup';
import type { NodeRun, NodeRunResult } from '../harness/runNode';

/** Repeats at once, so that a test does not wait. */
export const atOnce = { maxRetries: 2, maxWait: 0 };

/** A request that may be sent again without harm, and one that may not: it would reserve twice. */
export type Call = 'user.getAll' | 'meeting.reserve';

export const addresses = {
	'user.getAll': 'GET /api/v2/users/users',
	'meeting.reserve': 'POST /api/v2/communication/meetings/reserve',
};

/** The inputs of a call that works. */
export async function inputsOf(call: Call, { vendor }: FlexpertoSetup): Promise<INodeParameters> {
	if (call === 'user.getAll') return {};
	const { id } = await vendor.createUser();
	return {
		actingUserId: String(id),
		accessLinkNotBefore: '2030-01-01T09:00:00Z',
		accessLinkValidUntil: '2030-01-01T10:00:00Z',
	};
}

/** Runs a call while every request meets the fault; `options` are those of the node. */
export async function runWith(
	setup: FlexpertoSetup,
	call: Call,
	fault: Fault,
	{ options = atOnce, ...run }: Partial<NodeRun> & { options?: INodeParameters } = {},
) {
	const inputs = { ...(await inputsOf(call, setup)), options };
	await setup.control.fault({ times: 'always', ...fault });
	await setup.control.clearRequests();
	const result = await setup.run(call, { inputs, ...run });
	return { ...result, attempts: (await setup.control.requests()).length };
}

/** What follows "Whether" when nobody knows if the vendor did what it was asked. */
export const IN_DOUBT =
	'Whether Flexperto carried it out is unknown: look before running it again. ';

/** The request at the end of a description. */
export const requestLine = ({ sandbox }: FlexpertoSetup, call: Call) =>
	addresses[call].replace(' ', ` ${sandbox.flexperto.baseUrl}`);

/**
 * Everything n8n keeps, shows or logs of a run as one text: outputs, errors with all their hidden
 * parts, execution data, log lines.
 */
export const everythingOf = (result: NodeRunResult): string =>
	inspect(result, { depth: 30, showHidden: true, maxArrayLength: null, maxStringLength: null });
