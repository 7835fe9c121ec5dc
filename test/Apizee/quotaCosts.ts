import type { INodeParameters } from 'n8n-workflow';

import { useQuota } from './quotaAccount';

type Name = `${string}.${string}`;
type Inputs = () => INodeParameters | Promise<INodeParameters>;

/** A credential with a token, so that no sign-in is among what is counted. */
type Account = Awaited<ReturnType<ReturnType<typeof useQuota>['newTokenAccount']>>;

/** What somebody does, and how many requests it takes: the first time, and from then on. */
export type Cost = [what: string, act: (account: Account) => Promise<unknown>, ...number[]];

/** Runs an operation with inputs that may have to be made first; it has to work. */
export const runs =
	(name: Name, inputs: Inputs = () => ({})) =>
	async ({ run }: Account) => {
		const { error } = await run(name, { inputs: await inputs() });
		expect(error).toBeUndefined();
	};

/** Opens a picker, or types into its search box. */
export const opens =
	(method: string, filter?: string) =>
	async ({ look }: Account) =>
		await look({ method, filter });

/** Publishes a workflow that looks for an event, which is its first look, or lets it look again. */
export function watches(event: string, inputs: Inputs = () => ({})) {
	let workflow: Awaited<ReturnType<Account['watch']>> | undefined;
	return async ({ watch }: Account) => {
		if (workflow) {
			const [tick] = await workflow.tick();
			expect(tick?.error).toBeUndefined();
		} else {
			workflow = await watch(event, await inputs());
		}
	};
}

/** A test of each of these, at `/api` or at another path of the API. */
export function takeSoMany(quota: ReturnType<typeof useQuota>, costs: Cost[], path = '/api'): void {
	it.each(costs)('%s', async (_what, act, ...expected) => {
		await quota.apizee().vendor.setQuota({ limit: 1000 });
		const account = await quota.newTokenAccount({
			requestsPerMinute: 1000,
			baseUrl: `${quota.apizee().access.url}${path}`,
		});
		const counts: number[] = [];
		while (counts.length < expected.length) {
			await quota.apizee().control.clearRequests();
			await act(account);
			const all = await quota.apizee().control.requests({ vendor: 'apizee', host: 'api' });
			counts.push(all.length);
		}
		expect(counts).toEqual(expected);
	});
}
