import type { INodeParameters } from 'n8n-workflow';

import type { Media } from '../../sandbox/apizee/media/types';
import { another, pass, worldOf, type Plan } from './pollingWorld';
import type { ApizeeSetup } from './setup';

export const MEDIA_STEPS = [
	...(['photo', 'many photos', 'recording', 'completion', 'failure', 'time'] as const),
];

const TICKET = 82070;
const CONFERENCE = 842341;

/** Media of a ticket and a conference: complete at once, later or never. */
async function media(
	setup: ApizeeSetup & Plan,
	isWatched: (media: Media, since: number) => boolean,
	watched: { inputs?: INodeParameters; list?: string } = {},
) {
	const { vendor, troubled } = setup;
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
					if ((await vendor.medias()).length < (troubled ? 30 : 300)) {
						await vendor.addMedias({ ...owner(), mediaType: 'image', count: 110 });
					}
				},
				recording: async () => await vendor.addMedias({ ...owner(), status: 'processing' }),
				completion: async () => await setStatus('completed'),
				failure: async () => await setStatus('failed'),
				time: pass,
			},
			slip: {
				appear: async () => {
					const missing = 130 - (await vendor.medias()).length;
					await vendor.addMedias({ ...owner(), mediaType: 'image', count: Math.max(2, missing) });
				},
				// Nothing is deleted at this vendor: what comes new moves the rest to later pages.
				vanish: async () => await vendor.addMedias({ ...owner(), mediaType: 'image' }),
			},
		},
		setup,
	);
}

export const mediaOfAll = async (setup: ApizeeSetup & Plan) =>
	await media(setup, ({ created }, since) => created >= since);

export const mediaOfOneTicket = async (setup: ApizeeSetup & Plan) =>
	await media(setup, ({ ticketId }) => ticketId === TICKET, {
		inputs: { mediaOf: 'ticket', ticketId: TICKET },
		list: `/api/enterprises/1/tickets/${TICKET}/medias`,
	});

export const mediaOfOneConference = async (setup: ApizeeSetup & Plan) =>
	await media(setup, ({ conferenceId }) => conferenceId === CONFERENCE, {
		inputs: { mediaOf: 'conference', conferenceId: CONFERENCE },
		list: `/api/conferences/${CONFERENCE}/media`,
	});
