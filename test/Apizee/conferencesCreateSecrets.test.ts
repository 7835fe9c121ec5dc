import { received } from './requests';
import { useApizee } from './setup';

// What a new conference has of secrets: the link that signs its moderator in, and its password.

const apizee = useApizee();

/** Creates a conference; gives the result and the requests. */
async function create(additionalFields = {}, inputs = {}) {
	const { run, control } = apizee();
	const options = { maxRetries: 0 };
	const result = await run('conference.create', {
		inputs: { participants: 'ada@example.com', additionalFields, options, ...inputs },
	});
	return { ...result, requests: received(await control.requests()) };
}

const REQUEST = 'POST conferences?participants=ada%40example.com&invite=false';

describe('the link that signs the moderator in', () => {
	it('is got when it is asked for, and is in no log', async () => {
		const { json, logs, requests } = await create({ ssoLink: true });
		expect(json).toMatchObject([{ sso_url: expect.stringMatching(/\?access_token=ey[\w.-]+$/) }]);
		expect(requests).toEqual([`${REQUEST}&scope=sso`]);
		expect(JSON.stringify(logs)).not.toContain('access_token');
	});

	it('is not there otherwise', async () => {
		for (const fields of [{}, { ssoLink: false }]) {
			const { json, requests } = await create(fields, { simplify: false });
			expect(json[0]).not.toHaveProperty('sso_url');
			expect(requests.at(-1)).toBe(REQUEST);
		}
	});
});

it('keeps the password out of what the vendor says', async () => {
	const { control } = apizee();
	const body = { error: 'The password 1234*# is too simple' };
	await control.fault({ kind: 'status', status: 422, body, path: '/api/conferences' });
	const { error, logs } = await create({ password: '={{ 1234 + "*#" }}' });
	expect(error?.message).toBe(
		'Apizee did not accept the request: The password *** is too simple [item 0]',
	);
	expect(JSON.stringify([error, logs])).not.toContain('1234*#');
});
