import axios, { type AxiosResponse } from 'axios';
import type { Sandbox } from '../../sandbox/server';
import { http } from './harness';

export type BrandName = 'iotum' | 'vivoMeetings';

export const BRANDS: BrandName[] = ['iotum', 'vivoMeetings'];

/** Sends a body to an endpoint below `/enterprise_api/`. */
export type Send = (path: string, body?: object) => Promise<AxiosResponse>;

/** Signs in and gives the session's token. */
export async function signIn(
	sandbox: Sandbox,
	brand: BrandName = 'iotum',
	who: 'resellerAdmin' | 'companyAdmin' = 'resellerAdmin',
): Promise<string> {
	const { email, password, apiToken } = sandbox[brand][who];
	const credentials = brand === 'iotum' ? { api_token: apiToken } : { email, password };
	const { data } = await http.post(
		`${sandbox[brand].baseUrl}/enterprise_api/authenticate`,
		credentials,
	);
	return data.auth_token;
}

/** A client with a session of its own, by default the Reseller Admin's. */
export async function signedIn(
	sandbox: Sandbox,
	brand: BrandName = 'iotum',
	who: 'resellerAdmin' | 'companyAdmin' = 'resellerAdmin',
): Promise<Send> {
	const auth_token = await signIn(sandbox, brand, who);
	return (path, body = {}) => post(sandbox, brand, path, { auth_token, ...body });
}

/** A request as it is, without a session. */
export function post(
	sandbox: Sandbox,
	brand: BrandName,
	path: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<AxiosResponse> {
	// The one method that is a PUT in the documents.
	const method = path === 'subscription/update' ? 'PUT' : 'POST';
	const url = `${sandbox[brand].baseUrl}/enterprise_api/${path}`;
	return http.request({ method, url, data: body, headers });
}

/** A form as OAuth2 clients send it. */
export function postForm(
	url: string,
	form: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<AxiosResponse> {
	return axios.post(url, new URLSearchParams(form), {
		headers,
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
}
