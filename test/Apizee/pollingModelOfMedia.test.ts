import type { INodeParameters } from 'n8n-workflow';

import type { Media } from '../../sandbox/apizee/media/types';
import { another, check, pass, worldOf } from './pollingWorld';
import { useApizee, type ApizeeSetup } from './setup';

const apizee = useApizee();

const STEPS = ['photo', 'many photos', 'recording', 'completion', 'failure', 'time'] as const;

const TICKET = 82070;
const CONFERENCE = 842341;

/** Media of a ticket and a conference: complete at once, later or never. */
async function media(
	{ vendor }: ApizeeSetup,
	isWatched: (media: Media, since: number) => boolean,
	watched: { inputs?: INodeParameters; list?: string } = {},
) {
	const some = another();
	const holder = another();
	const owner = () => holder([{ ticketId: TICKET }, { conferenceId: CONFERENCE }]);
	const setStatus = async (status: string) => {
		const open = (await vendor.medias()).filter((one) => one.status === 'processing');
		const id = some(open)?.id;
		if (id !== undefined) await vendor.setMediaStatus(id, status);
	};
	return await worldOf(
		{
			event: 'newMedia',
			...watched,
			see: async (since) =>
				new Map(
					(await vendor.medias())
						.filter((one) => one.status === 'completed' && isWatched(one, since))
						.map(({ id }) => [id, true]),
				),
		},
		{
			key: ({ id }) => id,
			steps: {
				photo: async () => await vendor.addMedias({ ...owner(), mediaType: 'image' }),
				async 'many photos'() {
					// So that a look has several pages, but does not take ages.
					if ((await vendor.medias()).length < 300) {
						await vendor.addMedias({ ...owner(), mediaType: 'image', count: 110 });
					}
				},
				recording: async () => await vendor.addMedias({ ...owner(), status: 'processing' }),
				completion: async () => await setStatus('completed'),
				failure: async () => await setStatus('failed'),
				time: pass,
			},
		},
	);
}

describe('whatever happens between the looks, each media is handed over once, when it is complete', () => {
	test.each<[string, (setup: ApizeeSetup) => ReturnType<typeof media>]>([
		[
			'of all tickets and conferences, of the last week',
			async (setup) => await media(setup, ({ created }, since) => created >= since),
		],
		[
			'of one ticket, however old',
			async (setup) =>
				await media(setup, ({ ticketId }) => ticketId === TICKET, {
					inputs: { mediaOf: 'ticket', ticketId: TICKET },
					list: `/api/enterprises/1/tickets/${TICKET}/medias`,
				}),
		],
		[
			'of one conference, however old',
			async (setup) =>
				await media(setup, ({ conferenceId }) => conferenceId === CONFERENCE, {
					inputs: { mediaOf: 'conference', conferenceId: CONFERENCE },
					list: `/api/conferences/${CONFERENCE}/media`,
				}),
		],
	])('%s', async (_whose, begin) => await check(apizee(), STEPS, begin), 180_000);
});
