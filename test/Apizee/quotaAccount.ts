import type { INode, INodeParameters } from 'n8n-workflow';

import type { LoggedRequest } from '../../sandbox/requestLog';
import { useFastTime } from '../fastTime';
import type { WorkflowJson } from '../harness/run';
import { useApizee, type ApizeeSetup } from './setup';

type RunOptions = NonNullable<Parameters<ApizeeSetup['run']>[1]>;
type PickerLookUp = Parameters<ApizeeSetup['engine']['runPicker']>[0];
type Look = Omit<PickerLookUp, 'node' | 'credentials'> & Partial<Pick<PickerLookUp, 'node'>>;

/** What a credential says beside the user's name and password. */
interface Given {
	requestsPerMinute?: number;
	baseUrl?: string;
	authentication?: 'token';
	accessToken?: string;
}

let users = 0;
let stores = 0;
let workflows = 0;

/** The vendor with its quota of ten requests a minute, in time that runs fast. */
export function useQuota() {
	const apizee = useApizee();
	const time = useFastTime();
	beforeEach(async () => await apizee().vendor.setQuota({ enabled: true }));

	/** A credential of a user, whom nodes, pickers and polling triggers can use. */
	const credentialOf = (user: { username: string; password: string }, given: Given = {}) => {
		const { engine, credentials, run } = apizee();
		const id = `${user.username} ${++stores}`;
		const { username, password } = user;
		const apizeeApi = {
			...credentials.apizeeApi,
			...{ username, password, requestsPerMinute: 10 },
			...given,
		};
		engine.credentials[id] = apizeeApi;
		const stored = { apizeeApi: { id, name: id } };
		return {
			run: async (name: `${string}.${string}`, options?: RunOptions) =>
				await run(name, { ...options, credentials: { apizeeApi } }),
			look: async (up: Look) =>
				await engine.runPicker({ node: 'apizee', credentials: stored, ...up }),
			/** Publishes a workflow that looks for an event. */
			watch: async (event: string, inputs?: INodeParameters) =>
				await engine.activate(watching(stored, { event, ...inputs })),
		};
	};

	/** A user of whom this process has sent nothing yet. */
	const newUser = async () => {
		const [user] = await apizee().vendor.addUsers({ name: `Agent Number ${++users}` });
		if (!user) throw new Error('The vendor has no new user.');
		return user;
	};

	return {
		apizee,
		time,
		newUser,
		credentialOf,
		/** New tickets, as items with their IDs. */
		newTickets: async (count: number) =>
			(await apizee().vendor.addTickets({ count })).map(({ id }) => ({ id })),
		/** The credential of a new user, who has to sign in. */
		async newAccount(given?: Given) {
			const user = await newUser();
			return { ...credentialOf(user, given), user };
		},
		/** A credential with the token of a new user, and what another process of that user does. */
		async newTokenAccount(given?: Given) {
			const user = await newUser();
			const { token } = await apizee().vendor.issueToken({ userId: user.id });
			const usesQuota = async (requests: number) => {
				const begun = Date.now();
				await apizee().vendor.useQuota(requests, { userId: user.id });
				return begun;
			};
			const own = { authentication: 'token', accessToken: token } as const;
			return { ...credentialOf(user, { ...own, ...given }), user, usesQuota };
		},
		/** What the vendor counts, in the order in which it came. */
		counted: async (): Promise<LoggedRequest[]> =>
			await apizee().control.requests({ vendor: 'apizee', path: '/api/*' }),
		/** How many requests of all users the vendor has turned away. */
		refused: async (): Promise<number> => {
			const { users: all } = await apizee().vendor.quota();
			return all.reduce((sum, { refused }) => sum + refused, 0);
		},
	};
}

function watching(credentials: INode['credentials'], parameters: INodeParameters): WorkflowJson {
	const trigger: INode = {
		id: 'trigger',
		name: 'Apizee Polling Trigger',
		type: 'n8n-nodes-conferencing.apizeePollingTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials,
	};
	return { id: `quota-${++workflows}`, nodes: [trigger], connections: {} };
}

/** When requests came, in milliseconds. */
export const arrivals = (requests: LoggedRequest[]): number[] =>
	requests.map(({ time }) => Date.parse(time));

/** The most requests that came within one minute. */
export function mostInAMinute(requests: LoggedRequest[]): number {
	const times = arrivals(requests);
	const within = (from: number) => times.filter((at) => at >= from && at < from + 60_000).length;
	return Math.max(0, ...times.map(within));
}

/** The statuses of the answers. */
export const statuses = (requests: LoggedRequest[]) => requests.map(({ status }) => status);

/** Requests as method, path and query. */
export const asked = (requests: LoggedRequest[]): string[] =>
	requests.map(
		({ method, path, rawQuery }) => `${method} ${path}${rawQuery === '' ? '' : `?${rawQuery}`}`,
	);

/** What the output says when a run had to wait. */
export const waited = (requests = 10) => ({
	message: `Apizee takes ${requests} requests a minute from each user, so some had to wait. If yours may send more, raise Requests per Minute in the credential.`,
	type: 'info',
	location: 'outputPane',
});
