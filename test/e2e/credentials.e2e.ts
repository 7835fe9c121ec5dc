import { readFileSync } from 'node:fs';
import { rejected } from './credentials/rejected';
import { useAccounts, type AccountType } from './credentials/setup';
import { freePort } from '../../scripts/n8n/server';
import { n8n, see } from './setup';

// The user makes a credential in n8n and presses "Test", and reads what n8n says.

const accounts = useAccounts();

const OK = { status: 'OK', message: 'Connection successful!' };

/** How n8n 1 puts what n8n 2 tells in a word. */
const WORDS: Record<string, string> = {
	Unauthorized: 'Authorization failed - please check your credentials',
	Forbidden: 'Forbidden - perhaps check your credentials?',
	ECONNREFUSED: 'The service refused the connection - perhaps it is offline',
	ENOTFOUND:
		'The connection cannot be established, this usually occurs due to an incorrect host (domain) value',
};

const refused = (message: string) => ({
	status: 'Error',
	message: n8n.major === '1' ? (WORDS[message] ?? message) : message,
});

const NO_PLATFORM = 'There is no conferencing platform at this address: check the base URL';
/** n8n cannot say more of an address that the request must not have. */
const UNPROTECTED = 'ENOTFOUND';
const NO_PROTECTION = '"Base URL" does not start with https://';

/** What the user reads of somebody else's pages, and of an address without protection. */
const elsewhere: Array<[AccountType, string, string]> = [
	['flexpertoApi', 'Flexperto did not answer at this address: check the address', NO_PROTECTION],
	['iotumApi', NO_PLATFORM, UNPROTECTED],
	['iotumOAuth2Api', NO_PLATFORM, UNPROTECTED],
	['vivoMeetingsApi', NO_PLATFORM, UNPROTECTED],
	['vivoMeetingsOAuth2Api', NO_PLATFORM, UNPROTECTED],
	[
		'apizeeApi',
		'There is no API of Apizee at this address (HTTP 200): check the base URL',
		NO_PROTECTION,
	],
];

describe(`the test of a credential in n8n ${n8n.major}`, () => {
	// The access token of an account that was connected by OAuth2 is renewed.
	it.each(elsewhere)('passes for %s', async (type) => {
		expect(await accounts().press(type)).toEqual(OK);
		see('test', type);
	});

	it.each(['iotumApi', 'vivoMeetingsApi', 'apizeeApi'] as const)(
		'passes for %s after the vendor has ended the session',
		async (type) => {
			const { pressTwice, control } = accounts();
			const ended = async () => void (await control.advanceClock({ days: 2 }));
			expect(await pressTwice(type, ended)).toEqual([OK, OK]);
			see('test', type);
		},
	);

	it.each(rejected)('does not pass for %s with %s', async (type, _what, entries, message) => {
		const { press, sandbox } = accounts();
		expect(await press(type, await entries(sandbox))).toEqual(refused(message));
		see('test', type);
	});
});

describe.each(elsewhere)(
	`the test of %s in n8n ${n8n.major} does not pass`,
	(type, ofForeignPages, ofUnprotected) => {
		it('where nothing answers', async () => {
			const baseUrl = `http://127.0.0.1:${await freePort()}`;
			expect(await accounts().press(type, { baseUrl })).toEqual(refused('ECONNREFUSED'));
			see('test', type);
		});

		it('where somebody else’s pages are', async () => {
			const { foreign: baseUrl, press } = accounts();
			expect(await press(type, { baseUrl })).toEqual(refused(ofForeignPages));
			see('test', type);
		});

		it('at an address without protection, to which nothing is sent', async () => {
			const { control, press, credentials } = accounts();
			// Another name of this machine, which does not count as such.
			const baseUrl = credentials[type].baseUrl.replace('127.0.0.1', '0.0.0.0');
			expect(await press(type, { baseUrl })).toEqual(refused(ofUnprotected));
			expect(await control.requests()).toEqual([]);
			see('test', type);
		});
	},
);

it('keeps what was entered out of the log of n8n', async () => {
	const log = readFileSync(n8n.logFile, 'utf8');
	for (const secret of ['wrong-key', 'wrong-token', 'wrong-password']) {
		expect(log).not.toContain(secret);
	}
});
