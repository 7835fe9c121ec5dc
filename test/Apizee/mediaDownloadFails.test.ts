import type { Fault } from '../../sandbox/faults';
import { useApizee } from './setup';

const apizee = useApizee();

beforeEach(async () => await apizee().vendor.setSettings({ mediaWithoutToken: 'unauthorized' }));

interface Placed {
	place?: 'ownHost' | 'otherOrigin';
	maxRetries?: number;
	timeout?: number;
}

/** Downloads a media (of the own host, if not said otherwise) while the vendor fails in some way. */
async function download(fault: Fault | undefined, { place = 'ownHost', ...options }: Placed = {}) {
	const { run, vendor, access, control } = apizee();
	// So that the run has a token that works.
	await run('conference.get', { inputs: { conferenceId: 842341 } });
	const [media] = await vendor.addMedias({ place, size: 200_000 });
	const { hash = '' } = media ?? {};
	const ownHost = `${access.url}/media/showVideo/1/hash/${hash}`;
	const url = place === 'ownHost' ? ownHost : `${access.storageUrl}/files/${hash}`;
	if (fault) await control.fault({ path: `*${hash}`, ...fault });
	await control.clearRequests();
	const inputs = { url, options: { maxRetries: 0, ...options } };
	const result = await run('media.download', { inputs });
	const requests = await control.requests();
	return { ...result, hash, url, requests };
}

const CHECK = 'Nothing was output. Try again later, or check where the file is asked from.';
const TOKEN =
	'Nothing was output. Perhaps Apizee does not accept the token that it has just given. Try again later; if it stays so, ask the vendor about this user.';

describe.each(['ownHost', 'otherOrigin'] as const)('nothing is output (%s)', (place) => {
	it('when a web page comes instead of the file', async () => {
		const { json, error, hash } = await download({ kind: 'html', times: 'always' }, { place });
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: `Apizee sent a web page instead of a file for "${hash}" [item 0]`,
			description: place === 'ownHost' ? TOKEN : CHECK,
		});
	});

	it('when the page says so in other letters', async () => {
		const headers = { 'content-type': 'Text/HTML' };
		const body = '<!doctype html><p>Sign in</p>';
		const { json, error } = await download(
			{ kind: 'status', status: 200, headers, body, times: 'always' },
			{ place },
		);
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/^Apizee sent a web page instead of a file for "/);
	});

	it('when a message comes instead of the file, and gives the message', async () => {
		const body = { error: 'The media is being encoded' };
		const { json, error } = await download({ kind: 'status', status: 200, body }, { place });
		expect(json).toEqual([]);
		expect(error?.message).toMatch(
			/^Apizee sent no file for "[\w-]+": The media is being encoded \[item 0\]$/,
		);
		expect(error?.description).toBe(CHECK);
	});

	it('when the file is empty', async () => {
		const headers = { 'content-type': 'video/mp4' };
		const empty = { kind: 'status', status: 200, headers, body: '' } as const;
		const { json, error, hash } = await download(empty, { place });
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: `The file "${hash}.mp4" is empty [item 0]`,
			description:
				'Nothing was output. Download it again; if it stays so, ask the vendor before anything is deleted there.',
		});
	});

	it.each(['cutBody', 'resetMidBody'] as const)(
		'when the transfer breaks off (%s)',
		async (kind) => {
			const { json, error, hash } = await download({ kind, bytes: 100_000 }, { place });
			expect(json).toEqual([]);
			expect(error?.message).toMatch(
				new RegExp(`^The transfer of "${hash}.mp4" broke off \\(\\w+\\) \\[item 0\\]$`),
			);
			expect(error?.description).toBe('Nothing was output. Try again later.');
		},
	);

	it('when nothing answers in time', async () => {
		const late = { kind: 'delay', ms: 2000 } as const;
		const { json, error } = await download(late, { place, timeout: 300 });
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/did not answer in time \[item 0\]$/);
		expect(error?.description).toMatch(
			/^Try again, or raise Options > Timeout\. GET .*: ETIMEDOUT\.$/,
		);
	});

	it.each([500, 503])(
		'is asked for again when the vendor fails for a moment (%i)',
		async (status) => {
			const fault = { kind: 'status', status } as const;
			const { json, error, requests } = await download(fault, { place, maxRetries: 1 });
			expect(error).toBeUndefined();
			expect(json).toHaveLength(1);
			expect(requests.map((request) => request.status)).toEqual([status, 200]);
		},
	);
});

describe('a media of the own host', () => {
	it.each(['processing', 'failed', 'deleted'])('that is %s has no file', async (status) => {
		const { run, vendor, access } = apizee();
		const [media] = await vendor.addMedias({ status });
		const url = `${access.url}/media/showVideo/1/hash/${media?.hash}`;
		const { json, error } = await run('media.download', { inputs: { url } });
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Apizee does not know what was asked for: There is no such media. [item 0]',
			description: `Check the IDs of this item, and that the base URL in the credential has the path of the API. GET ${url}: HTTP 404.`,
		});
	});

	it('of another enterprise is refused', async () => {
		const { run, vendor, access } = apizee();
		const { foreignTicketId: ticketId } = access.fixtures;
		const [media] = await vendor.addMedias({ ticketId });
		const url = `${access.url}/media/showVideo/2/hash/${media?.hash}`;
		const { json, error } = await run('media.download', { inputs: { url } });
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Apizee does not allow this: The media is not yours to see. [item 0]',
			description: `Use a credential of a user with more rights. GET ${url}: HTTP 403.`,
			httpCode: '403',
		});
	});
});
