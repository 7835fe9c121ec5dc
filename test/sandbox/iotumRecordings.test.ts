import { http, refusal, useSandbox } from './harness';
import { BRANDS, signedIn } from './iotumHarness';

const sandbox = useSandbox();

const download = (url: string, headers = {}) =>
	http.get(url, { responseType: 'arraybuffer', headers });

describe.each(BRANDS)('recordings of %s', (brand) => {
	test('hang on the past conference, with links once they are published', async () => {
		const send = await signedIn(sandbox(), brand);
		const fetch = async (conference_id: number) =>
			(await send('conference/fetch', { conference_id })).data.recordings;
		const { storageUrl } = sandbox()[brand];
		expect(await fetch(183)).toEqual([
			{
				id: 12345,
				start_time: '2024-09-19 13:00:00',
				end_time: '2024-09-19 14:00:00',
				type: 'video',
				publishing_state: 'published',
				download_link: expect.stringMatching(`^${storageUrl}/recording/inline/\\w+\\.mp4$`),
			},
			expect.objectContaining({
				type: 'audio',
				download_link: expect.stringMatching(/\.mp3$/),
			}),
		]);
		expect(await fetch(184)).toMatchObject([
			{ id: 12347, publishing_state: 'processing', download_link: null },
		]);
		await sandbox().control[brand].publishRecording(12347);
		const [published] = await fetch(184);
		expect((await download(published.download_link)).status).toBe(200);
	});

	test('are real media files on another origin, which refuses credentials', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('conference/fetch', { conference_id: 183 });
		const [video, audio] = data.recordings;
		const film = await download(video.download_link);
		expect(film.headers).toMatchObject({ 'content-type': 'video/mp4', 'content-length': '8192' });
		expect(film.data).toHaveLength(8192);
		expect(film.data.toString('latin1', 4, 12)).toBe('ftypisom');
		const sound = await download(audio.download_link);
		expect(sound.headers['content-type']).toBe('audio/mpeg');
		expect(sound.data.toString('latin1', 0, 3)).toBe('ID3');

		expect(new URL(video.download_link).origin).not.toBe(sandbox()[brand].baseUrl);
		const authorized = await download(video.download_link, { authorization: 'Bearer x' });
		expect(authorized.status).toBe(400);
		expect((await download(`${video.download_link}?auth_token=x`)).status).toBe(400);
		const missing = video.download_link.replace(/\w+\.mp4/, 'x.mp4');
		expect((await download(missing)).status).toBe(404);
	});

	test('may be large', async () => {
		const size = 30_000_000;
		const control = sandbox().control[brand];
		await control.addRecordings(184, { size });
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('conference/fetch', { conference_id: 184 });
		const film = await download(data.recordings[1].download_link);
		expect(film.headers['content-length']).toBe(String(size));
		expect(film.data).toHaveLength(size);
	});
});

describe('the detailed output of Iotum', () => {
	test('has people, chat, documents and recordings with transcripts', async () => {
		const send = await signedIn(sandbox());
		const { data } = await send('conference/fetch', { conference_id: 183, output: 'detail' });
		expect(data).toMatchObject({
			conference_id: 183,
			subject: 'Annual review',
			start_time: '2024-09-19 13:00:00',
			day: 'Thursday',
			month: 'September',
			year: '2024',
			conference_mode: 'CONVERSATION_MODE',
			recurrence: null,
			cancelled: false,
			invited_count: 2,
			attended_count: 3,
			duration: 60,
			has_video: true,
			has_audio: true,
			moderators: [{ person_id: 2052, name: 'Hanna Host' }],
		});
		expect(data.participants[1]).toEqual({
			id: 129,
			person_id: 35,
			name: 'John Smith',
			email: 'john@customer.example',
			live_cdrs: [
				{
					id: 36,
					ani: '+15551236789',
					dnis: '2342342',
					start_time: '2024-09-19T13:02:00.000Z',
					end_time: '2024-09-19T14:00:00.000Z',
					'is_internet?': true,
					minute_usage: {
						minutes: 58,
						billing_group: 'webrtc_billing',
						rate: null,
						cost: null,
						chargeable_minutes: null,
					},
				},
			],
		});
		expect(data.chat_messages[0]).toEqual({
			id: 318,
			content: 'Good morning',
			participant_id: 129,
			created_at: '2024-09-19T13:03:00.000Z',
		});
		expect(data.recordings).toMatchObject([
			{
				id: 12345,
				transcription_segments: [{ text: 'Good morning.', participant_id: 129 }],
				transcription_tags: [],
				size: { mp4: 8192, mp3: expect.any(Number) },
			},
			{ id: 12346, size: { mp3: expect.any(Number) } },
		]);
		const [document] = data.uploaded_documents;
		expect(document).toMatchObject({ id: 12, presentation_status: 'ready', mimetype: 'image/png' });
		for (const link of [document.download_link, document.image_preview_link]) {
			expect((await download(link)).headers['content-type']).toBe('image/png');
		}
	});
});

describe('deleting', () => {
	test('takes transcripts alone, or recordings with them', async () => {
		const send = await signedIn(sandbox());
		const body = { conference_id: 183 };
		const detail = async () =>
			(await send('conference/fetch', { ...body, output: 'detail' })).data.recordings;
		const link = (await detail())[0].download_link;

		expect((await send('conference/delete_transcriptions', body)).data).toEqual({ message: 'OK' });
		expect(await detail()).toMatchObject([
			{ id: 12345, transcription_segments: [] },
			{ id: 12346 },
		]);
		expect((await download(link)).status).toBe(200);

		expect((await send('conference/delete_recordings', body)).data).toEqual({ message: 'OK' });
		expect(await detail()).toEqual([]);
		expect((await download(link)).status).toBe(404);
	});

	test('is for conferences that are over', async () => {
		const send = await signedIn(sandbox());
		for (const path of ['conference/delete_recordings', 'conference/delete_transcriptions']) {
			expect(refusal(await send(path, { conference_id: 185 }))).toEqual({
				status: 422,
				message: 'The conference is not over yet',
			});
		}
	});
});
