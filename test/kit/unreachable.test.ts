import { useFlexperto } from '../Flexperto/setup';
import { atOnce, IN_DOUBT, inputsOf, requestLine, runWith, type Call } from './calls';
import { startLocalServer } from './localServer';

const flexperto = useFlexperto();
const calls: Call[] = ['user.getAll', 'meeting.reserve'];

describe.each(calls)('%s when the vendor is slower than Options > Timeout', (call) => {
	it('fails, and is only repeated when that is harmless', async () => {
		const setup = flexperto();
		const options = { maxRetries: 1, maxWait: 0, timeout: 150 };
		const { error, attempts } = await runWith(setup, call, { kind: 'delay', ms: 700 }, { options });
		expect(attempts).toBe(call === 'user.getAll' ? 2 : 1);
		expect(error?.message).toBe('Flexperto did not answer in time [item 0]');
		const ending = call === 'user.getAll' ? ' after 2 attempts.' : '.';
		const doubt = call === 'user.getAll' ? '' : IN_DOUBT;
		expect(error?.description).toBe(
			`Try again, or raise Options > Timeout. ${doubt}${requestLine(setup, call)}: ETIMEDOUT${ending}`,
		);
	});
});

it('waits for a slow answer within the timeout', async () => {
	const { status, attempts } = await runWith(
		flexperto(),
		'user.getAll',
		{ kind: 'delay', ms: 300 },
		{ options: { timeout: 5000 } },
	);
	expect({ status, attempts }).toEqual({ status: 'success', attempts: 1 });
});

/** An address of this machine at which nobody listens any more. */
async function closedAddress(): Promise<string> {
	const { url, close } = await startLocalServer(() => undefined);
	await close();
	return url;
}

/** Runs a call with another base URL in the credential. */
async function runAt(baseUrl: string, call: Call) {
	const setup = flexperto();
	return await setup.run(call, {
		inputs: { ...(await inputsOf(call, setup)), options: atOnce },
		credentials: { flexpertoApi: { ...setup.credential, baseUrl } },
	});
}

describe.each(calls)('%s at a wrong address', (call) => {
	const [method, path] =
		call === 'user.getAll' ? ['GET', '/users/users'] : ['POST', '/communication/meetings/reserve'];
	const ending = call === 'user.getAll' ? ' after 3 attempts.' : '.';

	it('connection refused: says so, and that nothing was done', async () => {
		const baseUrl = await closedAddress();
		const { error } = await runAt(baseUrl, call);
		expect(error?.message).toBe('Flexperto could not be reached [item 0]');
		expect(error?.description).toBe(
			`Check the address in the credential. ${method} ${baseUrl}/api/v2${path}: ECONNREFUSED${ending}`,
		);
	});

	it('unknown host: says so, and that nothing was done', async () => {
		const baseUrl = 'https://nowhere.invalid';
		const { error } = await runAt(baseUrl, call);
		expect(error?.message).toBe('Flexperto was not found [item 0]');
		expect(error?.description).toMatch(
			new RegExp(
				`^Check the address in the credential\\. ${method} ${baseUrl}/api/v2${path}: (ENOTFOUND|EAI_AGAIN)${ending}$`,
			),
		);
	});

	it('no secure connection: points at address and certificates, and does not try again', async () => {
		const baseUrl = flexperto().sandbox.flexperto.baseUrl.replace('http:', 'https:');
		const { error } = await runAt(baseUrl, call);
		expect(error?.message).toMatch(/^Flexperto .*secure.* \[item 0\]$/);
		expect(error?.description).toMatch(/^Check the address in the credential.*certificate/);
		expect(error?.description).not.toContain('attempts');
		expect(error?.description).not.toContain(IN_DOUBT);
	});
});
