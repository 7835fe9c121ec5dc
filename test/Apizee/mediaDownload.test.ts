import { createHash } from 'node:crypto';

import { onlyItem } from '../Flexperto/onlyItem';
import { useApizee, type ApizeeSetup } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

/** The portal asks those without a token to sign in by 401, as the API does, not by a page. */
beforeEach(async () => await apizee().vendor.setSettings({ mediaWithoutToken: 'unauthorized' }));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const checksum = expect.stringMatching(/^[0-9a-f]{64}$/);

/** The address of a media on the vendor's own host, below the host's root. */
const pathOf = (hash = '') => `/media/showVideo/1/hash/${hash}`;

/** The fixtures' snapshot of a ticket. */
async function snapshot({ vendor, access }: ApizeeSetup) {
	const media = (await vendor.medias()).find(({ id }) => id === 1973403);
	const path = pathOf(media?.hash);
	return { path, url: `${access.url}${path}`, fileName: `${media?.hash}.jpg` };
}

secondOfTwoItemsFails('media.download', apizee, async (setup) => {
	const { path, url, fileName } = await snapshot(setup);
	const unknown = url.replace(/\w+$/, 'ffffffffffff');
	return {
		inputs: { url: '={{ $json.url }}' },
		items: [{ url }, { url: unknown }],
		outputs: [{ url, fileName, mimeType: 'image/jpeg', sha256: checksum }],
		error: {
			message: 'Apizee does not know what was asked for: There is no such media.',
			description: `Check the IDs of this item, and that the base URL in the credential has the path of the API. GET ${unknown}: HTTP 404.`,
		},
		requests: [`GET ${path}`, `GET ${unknown.replace(setup.access.url, '')}`],
	};
});

describe.each(['filesystem', 'default'] as const)('with binary data in mode %s', (binaryMode) => {
	const other = useApizee({ binaryMode });

	it('streams the file into the field that the user names', async () => {
		const setup = other();
		const { url, fileName } = await snapshot(setup);
		const options = { outputBinaryPropertyName: 'photo' };
		const item = onlyItem(await setup.run('media.download', { inputs: { url, options } }));
		expect(Object.keys(item.binary ?? {})).toEqual(['photo']);
		const content = await setup.engine.buffer(item, 'photo');
		// A JPEG, with the media's number as its comment.
		expect(content.subarray(0, 4).toString('hex')).toBe('ffd8fffe');
		expect(content.toString('latin1')).toContain('media 1973403');
		expect(item.json).toEqual({ url, fileName, mimeType: 'image/jpeg', sha256: sha256(content) });
		expect(item.binary?.photo).toMatchObject({ fileName, mimeType: 'image/jpeg' });
		expect(item.binary?.photo?.id !== undefined).toBe(binaryMode === 'filesystem');
	});
});

it('takes the address as the lists of media give it', async () => {
	const { run } = apizee();
	const listed = await run('conference.getMedia', { inputs: { conferenceId: 842341 } });
	const { items, error } = await run('media.download', {
		inputs: { url: '={{ $json.url }}', options: { fileName: '={{ $json.filename }}' } },
		items: listed.json,
	});
	expect(error).toBeUndefined();
	expect(items.map(({ binary }) => binary?.data)).toMatchObject([
		{ fileName: 'contract-draft.pdf', mimeType: 'application/pdf' },
		{ fileName: 'annual-review-composite.mp4', mimeType: 'video/mp4' },
	]);
});

it('gives many files in the order of their items, whatever comes first', async () => {
	const { run, vendor, access, control, engine } = apizee();
	const medias = await vendor.addMedias({ count: 40, mediaType: 'image' });
	const [slow] = medias;
	await control.fault({ kind: 'delay', ms: 500, path: pathOf(slow?.hash) });
	const { items } = await run('media.download', {
		inputs: {
			url: '={{ $json.url }}',
			options: { batching: { values: { concurrentRequests: 10 } } },
		},
		items: medias.map(({ hash }) => ({ url: `${access.url}${pathOf(hash)}` })),
	});
	expect(items).toHaveLength(40);
	for (const [index, item] of items.entries()) {
		const content = (await engine.buffer(item)).toString('latin1');
		expect(content).toContain(`media ${medias[index]?.id}`);
		expect(item.pairedItem).toEqual({ item: index });
	}
});
