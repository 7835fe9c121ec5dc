import { createHash } from 'node:crypto';

import { onlyItem } from '../Flexperto/onlyItem';
import { useApizee } from './setup';

const apizee = useApizee();

// Alone in its file: what other tests have left in memory would count.

it.each(['ownHost', 'otherOrigin'] as const)(
	'a recording of hundreds of megabytes is streamed (%s)',
	async (place) => {
		const { run, vendor, access, engine } = apizee();
		await vendor.setSettings({ mediaWithoutToken: 'unauthorized' });
		const size = 300_000_000;
		const [media] = await vendor.addMedias({ size, place });
		const url =
			place === 'ownHost'
				? `${access.url}/media/showVideo/1/hash/${media?.hash}`
				: `${access.storageUrl}/files/${media?.hash}`;
		let peak = 0;
		const before = process.memoryUsage().rss;
		const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
		const result = await run('media.download', { inputs: { url } });
		clearInterval(watch);
		expect(result.error).toBeUndefined();
		expect(peak - before).toBeLessThan(size / 2);

		const item = onlyItem(result);
		const hash = createHash('sha256');
		let length = 0;
		for await (const chunk of await engine.stream(item)) {
			hash.update(chunk);
			length += chunk.length;
		}
		expect(length).toBe(size);
		expect(hash.digest('hex')).toBe(item.json.sha256);
	},
	120_000,
);
