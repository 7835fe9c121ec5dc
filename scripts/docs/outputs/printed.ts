import type { INodeExecutionData } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server';

/** A longer text is cut, since nobody reads a token. */
const LONGEST = 110;

/** Longer lists are shown by their first entries. */
const MOST_ENTRIES = 2;

/** The first of the items as the docs show it. Throws when there is none. */
export function printed(items: INodeExecutionData[], sandbox: Sandbox): string {
	const [item] = items;
	if (!item) throw new Error('There is no output to show.');
	const json = JSON.stringify(shortened(item.json, sandbox), null, 2);
	const files = Object.entries(item.binary ?? {}).map(
		([field, { fileName, mimeType }]) => `\`${field}\`: ${fileName} (${mimeType})`,
	);
	const parts = [`\`\`\`json\n${json}\n\`\`\``];
	if (files.length > 0) parts.push(`Beside it the file, as ${files.join(', ')}.`);
	if (items.length > 1) parts.push(`This is the first of ${items.length} items.`);
	return parts.join('\n\n');
}

function shortened(value: unknown, sandbox: Sandbox): unknown {
	if (typeof value === 'string') return cut(namedAddress(value, sandbox));
	if (Array.isArray(value)) {
		return value.slice(0, MOST_ENTRIES).map((entry) => shortened(entry, sandbox));
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, shortened(entry, sandbox)]),
	);
}

const cut = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;

/** Addresses of this machine as they are at the vendors. */
function namedAddress(text: string, { flexperto, iotum, vivoMeetings, apizee }: Sandbox): string {
	const names: Array<[address: string, name: string]> = [
		[flexperto.baseUrl, 'https://acme.live.flexperto.com'],
		[iotum.baseUrl, 'https://acme.callbridge.com'],
		[iotum.storageUrl, 'https://files.callbridge.example'],
		[vivoMeetings.baseUrl, 'https://acme.vivomeetings.com'],
		[vivoMeetings.storageUrl, 'https://files.vivomeetings.example'],
		[apizee.storageUrl, 'https://files.apizee.example'],
		[apizee.url, 'https://cloud.apizee.com'],
	];
	const named = names.reduce((all, [address, name]) => all.replaceAll(address, name), text);
	return named.replaceAll(/http:\/\/(127\.0\.0\.1|localhost):\d+/g, 'https://vendor.example');
}

/** The same output whenever it is made. */
export const undated = (output: string): string =>
	output
		.replaceAll(/\d{4}-\d\d-\d\d/g, '2026-03-02')
		.replaceAll(/[A-Z][a-z]{2} \d{1,2}, \d{4}/g, 'Mar 2, 2026')
		.replaceAll(/\d\d:\d\d:\d\d(\.\d+)?/g, '09:00:00')
		.replaceAll(/\d{1,2}:\d\d [AP]M/g, '9:00 AM');
