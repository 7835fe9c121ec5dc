import { USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

/** Lists users with a key of the given life, or with the given one instead. */
async function runWithKey(
	expiresInDays: number,
	{ key, continueOnFail }: { key?: string; continueOnFail?: boolean } = {},
) {
	const { run, vendor, credential } = flexperto();
	const { apiKey, expiresAt } = await vendor.createApiKey({ expiresInDays });
	const credentials = { flexpertoApi: { ...credential, apiKey: key ?? apiKey } };
	const result = await run('user.getAll', { credentials, continueOnFail });
	return { expiresOn: expiresAt.slice(0, 10), result };
}

const next = 'create a new one in Flexperto under Administration > API tokens';
const hint = (when: string) => ({
	message: `The Flexperto API key ${when}: ${next} and put it in the credential.`,
	type: 'warning',
	location: 'outputPane',
});

it.each([
	[29, 'expires in 29 days'],
	[2, 'expires in 2 days'],
	[1, 'expires in 1 day'],
])('a key with %i days left works, and the user is told to replace it', async (days, when) => {
	const { result } = await runWithKey(days);
	expect(result.json).toHaveLength(1);
	expect(result.hints).toEqual([hint(when)]);
});

it.each([31, 730])('a key with %i days left needs no hint', async (days) => {
	const { result } = await runWithKey(days);
	expect(result.json).toHaveLength(1);
	expect(result.hints).toEqual([]);
});

it('gives the hint once, however many items there are', async () => {
	const { run, vendor, credential } = flexperto();
	const { apiKey } = await vendor.createApiKey({ expiresInDays: 3 });
	const credentials = { flexpertoApi: { ...credential, apiKey } };
	const { hints } = await run('user.getAll', { credentials, items: [{}, {}, {}] });
	expect(hints).toHaveLength(1);
});

it('says when an expired key expired, and what to do', async () => {
	const { result, expiresOn } = await runWithKey(-2);
	const { baseUrl } = flexperto().sandbox.flexperto;
	expect(result.error).toMatchObject({
		message: expect.stringContaining(
			`Flexperto rejected the API key, which expired on ${expiresOn}: The API key expired at `,
		),
		description: `Keys live for two years: ${next} and put it in the credential. GET ${baseUrl}${USERS}: HTTP 401.`,
		httpCode: '401',
	});
	expect(result.hints).toEqual([]);
});

it('says so in a hint as well, when the run goes on', async () => {
	const { result } = await runWithKey(-2, { continueOnFail: true });
	expect(result.json).toMatchObject([{ error: expect.stringContaining('which expired on') }]);
	expect(result.hints).toEqual([hint('has expired')]);
});

it.each(['wrong', 'a.b.c', `a.${Buffer.from('{"exp":"soon"}').toString('base64url')}.c`])(
	'a key that does not tell its end of life (%s) gets no hint, and a plain refusal',
	async (key) => {
		const { result } = await runWithKey(1, { key });
		expect(result.hints).toEqual([]);
		expect(result.error).toMatchObject({
			message: 'Flexperto rejected the API key: The API key is unknown. [item 0]',
			description: expect.stringContaining(`Check it in the credential, or ${next}.`),
		});
	},
);

it('shows the key nowhere, even if the vendor repeats it', async () => {
	const { run, control, sandbox } = flexperto();
	const { apiKey } = sandbox.flexperto;
	const body = { message: `${'.'.repeat(250)} the key ${apiKey} may not do this` };
	await control.fault({ kind: 'status', status: 403, body });
	const { error, data, logs } = await run('user.getAll');
	expect(error?.message).toContain('the key ***');
	const everything = JSON.stringify([error, data, logs]);
	expect(everything.includes(apiKey.slice(0, 12))).toBe(false);
});
