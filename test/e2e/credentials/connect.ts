import axios from 'axios';
import type { StoredCredential } from '../../../scripts/n8n/client';
import { client, n8n } from '../setup';

/** Where the vendor's page leads back to, as the user registers it at the vendor. */
export const CALLBACK = `${n8n.url}/rest/oauth2-credential/callback`;

/** A browser: it follows no redirect by itself, and takes every answer. */
const browser = axios.create({
	proxy: false,
	maxRedirects: 0,
	validateStatus: () => true,
	headers: { 'browser-id': 'a-browser' },
});

interface Way {
	/** The vendor's page, as n8n opens it. */
	page: URL;
	/** The page of n8n that the user comes back to. */
	end: string;
}

/**
 * Presses "Connect my account", decides on the vendor's page, and comes back to n8n.
 *
 * @param hostId whose account it is
 */
export async function connectAccount(
	{ id }: StoredCredential,
	hostId: number,
	decision: 'authorize' | 'deny' = 'authorize',
): Promise<Way> {
	const pressed = await browser.get<{ data: string }>(`${n8n.url}/rest/oauth2-credential/auth`, {
		params: { id },
		headers: { cookie: client.cookie },
	});
	if (pressed.status !== 200) throw new Error(`n8n answers ${pressed.status}.`);
	const page = new URL(pressed.data.data);
	const shown = await browser.get<string>(page.href);
	if (shown.status !== 200) throw new Error(`The vendor's page says: ${shown.data}`);
	const form = new URLSearchParams(page.searchParams);
	form.set('host_id', String(hostId));
	form.set('decision', decision);
	const decided = await browser.post(`${page.origin}${page.pathname}`, form);
	const own = (pressed.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
	const cookie = [client.cookie, ...own].join('; ');
	const back = await browser.get<string>(decided.headers.location, { headers: { cookie } });
	return { page, end: back.data };
}

/** A stored credential as the editor gets it. */
export async function shownData({ id }: StoredCredential) {
	const { data } = await browser.get(`${n8n.url}/rest/credentials/${id}`, {
		params: { includeData: true },
		headers: { cookie: client.cookie },
	});
	return data.data.data;
}
