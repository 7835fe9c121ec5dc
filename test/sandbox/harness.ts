import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { startLocalServer } from '../kit/localServer';

export { ARCHIVES, CONTRACTS, OLDER_WEBHOOK, RESERVE, USERS, WEBHOOK } from '../Flexperto/requests';

// Some tests move tens of megabytes, and the machine may be busy.
jest.setTimeout(30_000);

/** One sandbox for a test file, emptied before each of its tests. */
export function useSandbox(): () => Sandbox {
	let sandbox: Sandbox | undefined;
	const running = () => {
		if (!sandbox) throw new Error('The sandbox is not running.');
		return sandbox;
	};
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => running().control.reset());
	afterAll(() => running().close());
	return running;
}

interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** What vendors deliver to, one for a test file; emptied before each of its tests. */
export function useReceiver() {
	let server: Awaited<ReturnType<typeof startLocalServer>> | undefined;
	const received: Received[] = [];
	const receiver = {
		received,
		/** The status of its answers. */
		answer: 200,
		url: (path = '/hook') => `${server?.url}${path}`,
		/** What it got as JSON. */
		bodies: () => received.map(({ body }) => JSON.parse(body)),
	};
	beforeAll(async () => {
		server = await startLocalServer(async (request, response) => {
			const body = await text(request);
			received.push({ path: request.url ?? '', headers: request.headers, body });
			response.writeHead(receiver.answer).end();
		});
	});
	beforeEach(() => {
		received.length = 0;
		receiver.answer = 200;
	});
	afterAll(async () => await server?.close());
	return receiver;
}

/** A plain client that neither follows redirects nor rejects a refusal. */
export const http: AxiosInstance = axios.create({
	maxRedirects: 0,
	proxy: false,
	validateStatus: () => true,
});

/** A client of the API with a key, by default the administrator's, acting for a user if given. */
export function api(
	{ flexperto }: Sandbox,
	{ key = flexperto.apiKey, userId }: { key?: string; userId?: number | string } = {},
): AxiosInstance {
	return axios.create({
		baseURL: flexperto.baseUrl,
		headers: { 'api-key': key, ...(userId !== undefined && { 'x-user-id': String(userId) }) },
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
}

/** The same, acting for a new confirmed expert. */
export async function asExpert(sandbox: Sandbox) {
	const expert = await sandbox.control.flexperto.createUser();
	return { expert, client: api(sandbox, { userId: expert.id }) };
}

/** What the client sees of an answer that refuses. */
export function refusal({ status, data }: AxiosResponse): { status: number; message: string } {
	return { status, message: data.message };
}

export const newUser = {
	salutation: 'MR',
	firstName: 'Max',
	lastName: 'Mustermann',
	password: 'pssst',
	email: 'max.mustermann@example.invalid',
	roles: ['EXPERT'],
};
