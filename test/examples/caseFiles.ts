import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Playground } from '../../scripts/demoPlayground';
import { fileOf } from '../../sandbox/apizee/media/files';
import type { Media } from '../../sandbox/apizee/media/types';
import type { RunResult } from '../harness/result';

/** What the tests of the example case-folder do and see. */
export function caseFiles(playground: () => Playground) {
	const vendor = () => playground().sandbox.control.apizee;
	const folder = (name: string) => join(playground().folder, 'apizee', 'cases', name);

	return {
		vendor,
		folder,
		files: (name: string) => readdirSync(folder(name)).sort(),

		/** A case with its folder, whose assistance is over and has left a photo and a recording. */
		async assisted(reference: string, name = reference) {
			mkdirSync(folder(name));
			const [ticket] = await vendor().addTickets({ reference, state: 'done' });
			const ticketId = ticket?.id ?? 0;
			const photos = await vendor().addMedias({ ticketId, mediaType: 'image' });
			const videos = await vendor().addMedias({ ticketId, place: 'redirect' });
			return { ticketId, medias: [...photos, ...videos] };
		},

		/** What Apizee was asked, beside sign-ins, the look-up of the enterprise and what was repeated. */
		asked: async () =>
			(await playground().sandbox.control.requests({ vendor: 'apizee', host: 'api' }))
				.filter(({ path, status }) => !/\/token$|\/me$/.test(path) && status !== 401)
				.map(({ method, path }) => `${method} ${path.replace(/[\da-f]{8}-.*/, '*')}`),

		/** Asserts that a media and its record are in the folder of its case. */
		async expectFiled(name: string, media: Media | undefined): Promise<void> {
			if (!media) throw new Error('There is no such media.');
			const { id, ticketId, title, mediaType } = media;
			const start = join(folder(name), `ticket-${ticketId}-media-${id}`);
			const file = `${start}.${mediaType === 'image' ? 'jpg' : 'mp4'}`;
			const content = readFileSync(file);
			expect(content.equals(await buffer(fileOf(media).open()))).toBe(true);
			const { caseNumber, ...record } = JSON.parse(readFileSync(`${start}.json`, 'utf8'));
			expect(caseNumber.replaceAll('/', '_')).toBe(name);
			expect(record).toEqual({
				ticketId,
				mediaId: id,
				title,
				type: mediaType === 'image' ? 'image/jpeg' : 'video/mp4',
				description: null,
				location: null,
				file,
				sha256: createHash('sha256').update(content).digest('hex'),
				storedAt: expect.stringMatching(/^20\d\d-.*Z$/),
			});
		},

		/** Publishes the workflow, whose first look finds what is over; the next one finds nothing. */
		async published(): Promise<RunResult | undefined> {
			const active = await playground().engine.activate(playground().example('case-folder'));
			const [first] = active.firstTicks;
			expect(await active.tick()).toEqual([{ node: 'When a Ticket Is Done', emitted: null }]);
			await active.deactivate();
			return first?.execution;
		},

		night: async () =>
			await playground().engine.run(playground().example('case-folder'), {
				startNode: 'Every Night',
				mode: 'trigger',
			}),
	};
}
