import { useFastTime } from '../../fastTime';
import { secretWatch } from '../../harness/secrets';
import { startSampleServer } from '../../kit/sampleServer';
import { counted, seed } from '../figures';
import { players } from './players';
import { CANARIES, troubles } from './troubles';

const CHAPTER = 'Secrets';

/** More requests than anything sends; the fault meets none of them in the end. */
const MOST_REQUESTS = 40;

/** The machine may have a lot to do. */
const PATIENCE = 240_000;

/**
 * OAuth2 tokens are renewed by n8n itself, which follows a redirect of the vendor's token address with
 * what renews them; a package has no part in that request.
 */
const isRenewedByN8n = (name: string) => name.endsWith('OAuth2Api');

const isOperation = (name: string) => name.includes('.');

/**
 * All that the nodes of a vendor do, as it should be and with the vendor failing at each of the requests.
 * What the runs leave behind is searched after each test for everything that is secret, as in all tests:
 * see test/harness/secrets.
 */
export function keepsItsSecrets(vendor: string): void {
	const { names, use } = players[vendor] ?? { names: [], use: () => fail(vendor) };
	const stage = use();
	let played = 0;
	/** In how many plays a request met a vendor that fails. */
	let struck = 0;
	/** With which link the vendor begins: another one for each operation. */
	let first = seed;
	let elsewhere: Awaited<ReturnType<typeof startSampleServer>>;

	beforeAll(async () => {
		elsewhere = await startSampleServer();
	});
	beforeEach(() => {
		elsewhere.answers(() => ({ body: { message: 'Nobody knows you here', id: 'id', items: [] } }));
		for (const text of CANARIES) secretWatch()?.keepFrom(text, 'link');
	});
	afterAll(async () => await elsewhere.close());

	async function playFailing(name: string): Promise<void> {
		for (const trouble of troubles(elsewhere.url)) {
			for (let after = 0, met = 1; met > 0; after++) {
				expect(after).toBeLessThan(MOST_REQUESTS);
				const answer = trouble(after + first++);
				if (answer.kind === 'redirect' && isRenewedByN8n(name)) break;
				met = await stage().playFailing(name, answer, after);
				played++;
				if (met > 0) struck++;
				// Where all links lead elsewhere, there is no first one.
				if (answer.kind === 'relink') break;
			}
		}
	}

	it.each(names)(
		'%s works',
		async (name) => {
			await stage().play(name);
			played++;
		},
		PATIENCE,
	);

	it.each(names.filter(isOperation))('%s, of a vendor that fails', playFailing, PATIENCE);

	describe('without a setting for repetitions', () => {
		useFastTime();
		const others = names.filter((name) => !isOperation(name));
		it.each(others)('%s, of a vendor that fails', playFailing, PATIENCE);
	});

	it('has looked everywhere, and found nothing', () => {
		const looked = secretWatch()?.looked;
		const least = names.length;
		counted(CHAPTER, 'times that something was played', played, { atLeast: 5 * least });
		counted(CHAPTER, 'of these, with a request that met a failing vendor', struck, {
			atLeast: 5 * least,
		});
		counted(CHAPTER, 'executions, errors and logs searched', looked?.places ?? 0, {
			atLeast: 5 * least,
		});
		counted(CHAPTER, 'characters searched', looked?.characters ?? 0, { atLeast: 1e6 });
		counted(CHAPTER, 'secrets looked for', looked?.secrets ?? 0, { atLeast: least });
		counted(CHAPTER, 'secrets found', looked?.found ?? 1, { atMost: 0 });
		counted(CHAPTER, 'requests to vendors searched', looked?.requests ?? 0, {
			atLeast: 5 * least,
		});
		const { requestsElsewhere = 0, foundElsewhere = 1 } = looked ?? {};
		counted(CHAPTER, 'requests to other hosts searched', requestsElsewhere, { atLeast: 1 });
		counted(CHAPTER, 'requests to other hosts with a secret', foundElsewhere, { atMost: 0 });
	});
}

function fail(vendor: string): never {
	throw new Error(`Nobody plays ${vendor}.`);
}
