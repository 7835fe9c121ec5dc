import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const options = { maxRetries: 0 };
const hash = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** A link to a file behind the vendor's sign-in. */
const link = () =>
	expect.stringMatching(new RegExp(`^${apizee().access.url}/media/showVideo/1/hash/[0-9a-f-]+$`));

const recording = () => ({
	id: 2343988,
	title: 'annual-review-composite',
	filename: 'annual-review-composite.mp4',
	media_type: 'video',
	source_type: 'conf_record',
	status: 'completed',
	created: '2023-07-13T16:24:04+00:00',
	filesize: 8192,
	hash,
	url: link(),
});

secondOfTwoItemsFails('conference.getMedia', apizee, ({ access }) => ({
	inputs: {
		conferenceId: '={{ $json.conferenceId }}',
		limit: 10,
		filters: { orderby: 'date', order: 'asc' },
	},
	items: [{ conferenceId: 842341 }, { conferenceId: 7 }],
	outputs: [
		recording(),
		{
			...recording(),
			id: 2343989,
			title: 'contract-draft',
			filename: 'contract-draft.pdf',
			media_type: 'document',
			source_type: 'unknown',
			filesize: expect.any(Number),
		},
	],
	error: failure(access.baseUrl, 404, 'GET conferences/7/media', 'There is no conference.'),
	requests: [842341, 7].map(
		(id) => `GET conferences/${id}/media?order=asc&orderby=date&limit=10&offset=0`,
	),
}));

describe('the media of a conference', () => {
	const list = async (conferenceId: number, inputs = {}) =>
		await apizee().run('conference.getMedia', { inputs: { conferenceId, options, ...inputs } });

	it('are output as the vendor has them when Simplify is off', async () => {
		const { json } = await list(842341, { simplify: false });
		const geoloc = { lat: 48.7611333, lng: -3.4669605 };
		expect(json.find(({ id }) => id === 2343988)).toEqual({
			...recording(),
			owner: { id: 2899, name: 'Alice Agent' },
			description: null,
			geoloc,
			metadata: { geoloc },
		});
	});

	it('are none when nothing was recorded or shared', async () => {
		const { vendor } = apizee();
		const [conference] = await vendor.addConferences();
		const { json, error } = await list(conference?.id ?? 0);
		expect([json, error]).toEqual([[], undefined]);
	});

	it('are all there with Return All, each once', async () => {
		const { vendor, control } = apizee();
		const [conference] = await vendor.addConferences();
		const conferenceId = conference?.id ?? 0;
		const added = await vendor.addMedias({ conferenceId, count: 205 });
		const { json } = await list(conferenceId, { returnAll: true });
		expect(json.map(({ id }) => id)).toEqual(added.map(({ id }) => id).reverse());
		expect(received(await control.requests())).toEqual(
			[0, 100, 200].map(
				(offset) => `GET conferences/${conferenceId}/media?limit=100&offset=${offset}`,
			),
		);
	});
});
