import { inspect } from 'node:util';
import fc from 'fast-check';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { secretWatch } from '../../harness/secrets';
import { counted, seed } from '../figures';
import { absurdValues } from './absurd';
import { addresses, isConfigured } from './credentialAddresses';
import { CHAPTER } from './finds';
import { brokenForm, type Named } from './form';
import { useLookout } from './lookout';
import { vendors, type OperationName } from './stage';

// What stands in a credential decides where requests go. Whatever it is, they go to the address that it
// names and below its path, or nowhere.

/** How many credentials of each vendor. */
const CREDENTIALS = 400;

/** Of each vendor an operation that reads, the path that its base URL is followed by, and what is entered. */
const cases: Array<{
	node: keyof typeof vendors;
	operation: OperationName;
	prefix: string;
	entries: string[];
}> = [
	{ node: 'flexperto', operation: 'user.getAll', prefix: '/api/v2', entries: ['apiKey', 'tenant'] },
	{ node: 'iotum', operation: 'company.getAll', prefix: '/enterprise_api', entries: ['apiToken'] },
	{
		node: 'vivoMeetings',
		operation: 'company.getAll',
		prefix: '/enterprise_api',
		entries: ['email', 'password'],
	},
	{
		node: 'apizee',
		operation: 'conference.getAll',
		prefix: '',
		entries: ['username', 'password', 'accessToken'],
	},
];

/** What the labels of the inputs are called that a message may name. */
const LABELS = ['Base URL', 'Tenant', 'API Key', 'Username', 'Password', 'Access Token'];

/** The address that a credential leads to, by the vendor's document. */
const addressOf = ({ environment, tenant, baseUrl }: ICredentialDataDecryptedObject): string =>
	environment === 'live' ? `https://${String(tenant)}.live.flexperto.com` : String(baseUrl);

const tally = { credentials: 0, refused: 0, outside: 0, crashes: 0, form: 0 };

describe.each(cases)('$node', ({ node, operation, prefix, entries }) => {
	const { title, use } = vendors[node];
	beforeAll(() => secretWatch()?.end());
	const stage = use();
	const lookout = useLookout();

	it('leads nowhere but to the address in the credential', async () => {
		const { control, credential, run, prepare } = stage();
		await prepare(operation);
		const { type, data } = credential;
		const own = String(data.baseUrl);
		const named: Named = { vendor: title, labels: new Set(LABELS), isJoint: false };
		const texts = absurdValues(lookout().elsewhere.url).filter(
			(value) => typeof value === 'string',
		);
		const entered = fc
			.tuple(fc.constantFrom(...entries), fc.constantFrom(...texts))
			.map(([entry, value]) => ({
				[entry]: value,
				...(entry === 'tenant' && { environment: 'live' }),
				...(entry === 'accessToken' && { authentication: 'token' }),
			}));
		const spoilt = fc.oneof(
			{
				weight: 3,
				arbitrary: addresses(own, lookout().elsewhere.url).map((baseUrl) => ({ baseUrl })),
			},
			{ weight: 2, arbitrary: entered },
		);
		const finds: string[] = [];
		for (const entry of fc.sample(spoilt, { seed, numRuns: CREDENTIALS })) {
			await control.clearRequests();
			const credentials = { [type]: { ...data, ...entry } };
			const inputs = { options: { maxRetries: 0, maxWait: 0, timeout: 5000 } };
			const { error, status } = await run(operation, { inputs, credentials });
			const address = addressOf({ ...data, ...entry });
			const isOutside = (at: string) => (asked: string) =>
				!isConfigured(asked, at, address, prefix);
			const outside = [
				...(await control.requests())
					.map(({ method, path }) => `${method} ${path}`)
					.filter(isOutside(own)),
				...lookout()
					.elsewhere.taken()
					.map(({ asked }) => asked)
					.filter(isOutside(lookout().elsewhere.url)),
			];
			const unhandled = lookout().crashes.taken();
			const told = { message: error?.message ?? '', next: error?.description ?? '' };
			const broken = status === 'error' ? brokenForm(told, undefined, named) : [];
			tally.credentials++;
			if (status === 'error') tally.refused++;
			tally.outside += outside.length;
			tally.crashes += unhandled.length;
			tally.form += broken.length;
			const found = [...outside, ...unhandled, ...broken];
			if (found.length > 0) finds.push(inspect({ entry, found, told }));
		}
		expect(finds).toEqual([]);
	}, 240_000);
});

it('has refused many of them', () => {
	const { credentials, refused, outside, crashes, form } = tally;
	counted(CHAPTER, 'credentials', credentials, { atLeast: cases.length * CREDENTIALS });
	counted(CHAPTER, 'credentials refused', refused, { atLeast: credentials / 2 });
	counted(CHAPTER, 'requests outside', outside, { atMost: 0 });
	counted(CHAPTER, 'errors that nobody handled', crashes, { atMost: 0 });
	counted(CHAPTER, 'messages out of form', form, { atMost: 0 });
});
