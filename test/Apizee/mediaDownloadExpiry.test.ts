import { randomUUID } from 'node:crypto';

import { signIns } from './requests';
import { useApizee } from './setup';

// A token ends after 24 hours. The portal then asks for a sign-in, by its page or by 401.

const apizee = useApizee();

/** Downloads so many photos with a credential of its own; gives how to do it again. */
async function downloads(count: number, changes = {}) {
	const { run, vendor, access, credentials } = apizee();
	const medias = await vendor.addMedias({ count, mediaType: 'image' });
	const own = { webhookSecret: randomUUID(), ...changes };
	const apizeeApi = { ...credentials.apizeeApi, ...own };
	return async (options = {}) =>
		await run('media.download', {
			inputs: { url: '={{ $json.url }}', options: { maxRetries: 0, ...options } },
			items: medias.map(({ hash }) => ({
				url: `${access.url}/media/showVideo/1/hash/${hash}`,
			})),
			credentials: { apizeeApi },
		});
}

describe.each(['signInPage', 'unauthorized'] as const)('asked for by %s', (mediaWithoutToken) => {
	beforeEach(async () => await apizee().vendor.setSettings({ mediaWithoutToken }));

	it.each(['expireTokens', 'revokeTokens'] as const)(
		'a sign-in happens once when the token has ended (%s)',
		async (end) => {
			const { vendor, control } = apizee();
			const again = await downloads(12);
			expect((await again()).items).toHaveLength(12);
			await vendor[end]();
			await control.clearRequests();
			const { items, error } = await again();
			expect(error).toBeUndefined();
			expect(items).toHaveLength(12);
			expect(signIns(await control.requests())).toBe(1);
		},
	);

	it('the next day’s run gets its files', async () => {
		const { control } = apizee();
		const again = await downloads(1);
		await again();
		await control.advanceClock({ hours: 25 });
		const { items, error } = await again();
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ binary: { data: { mimeType: 'image/jpeg' } } }]);
	});

	it('a token that was pasted is not renewed, and the message says what to do', async () => {
		const { vendor, control } = apizee();
		const { token } = await vendor.issueToken();
		const again = await downloads(1, { authentication: 'token', accessToken: token });
		expect((await again()).items).toHaveLength(1);
		await vendor.expireTokens();
		const { json, error, logs } = await again();
		expect(json).toEqual([]);
		expect(`${error?.message} ${error?.description}`).toMatch(/token.* may have expired/);
		expect(error?.description).toMatch(/Paste a new one into the credential/);
		expect(JSON.stringify([error, logs])).not.toContain(token);
		expect(signIns(await control.requests())).toBe(0);
	});
});

it('a page that comes also with a new token is told as such, after one more sign-in at most', async () => {
	const { vendor, control } = apizee();
	await vendor.setSettings({ mediaWithoutToken: 'unauthorized' });
	const again = await downloads(1);
	await again();
	await control.clearRequests();
	await control.fault({ kind: 'html', path: '/media/*', times: 'always' });
	const { json, error } = await again();
	expect(json).toEqual([]);
	expect(error?.message).toMatch(
		/^Apizee sent a web page instead of a file for "[\w-]+" \[item 0\]$/,
	);
	const requests = await control.requests();
	expect(signIns(requests)).toBeLessThanOrEqual(1);
	expect(requests.length).toBeLessThanOrEqual(3);
});
