import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { Sandbox } from '../../sandbox/server';

/** A client of the API with a fixed token, by default Alice Agent's, below `/api` or `/api/v3`. */
export function apizee(
	{ apizee: { agent, baseUrl } }: Sandbox,
	{ token = agent.token, baseURL = baseUrl }: { token?: string; baseURL?: string } = {},
): AxiosInstance {
	return axios.create({
		baseURL,
		headers: { authorization: `Bearer ${token}` },
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
}

/** The same where the quota is not what the test is about. */
export async function unlimited(sandbox: Sandbox, options?: Parameters<typeof apizee>[1]) {
	await sandbox.control.apizee.setQuota({ enabled: false });
	return apizee(sandbox, options);
}

/** What the client sees of an answer that refuses. */
export function error({ status, data }: AxiosResponse): { status: number; error: string } {
	return { status, error: data.error };
}

/** How every moment in an answer looks. */
export const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/;
