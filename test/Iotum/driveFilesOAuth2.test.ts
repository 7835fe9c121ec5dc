import { useOAuth2 } from './oAuth2';

// A Bearer token travels in a header, which a careless client takes along to the storage.

const { setup: iotum, connect } = useOAuth2();

it('no access token goes to the storage with downloads, uploads and redirects', async () => {
	const { run, engine, control, vendor } = iotum();
	const { accessToken } = await connect();
	await vendor.redirectUploads(true);
	const authentication = 'oAuth2';
	const file = { fileName: 'a.txt', mimeType: 'text/plain' };
	const results = [
		await run('conference.downloadRecording', { inputs: { authentication, conferenceId: 183 } }),
		await run('driveFile.download', { inputs: { authentication, hostId: 52, fileId: 12 } }),
		await run('driveFile.upload', {
			inputs: { authentication, hostId: 52 },
			items: [await engine.fileItem(Buffer.from('text'), file)],
		}),
	];
	expect(results.map(({ items, error }) => error ?? items.length)).toEqual([2, 1, 1]);

	const stored = await control.requests({ host: 'storage' });
	expect(stored.map(({ method, status }) => `${method} ${status}`)).toEqual([
		'GET 200',
		'GET 200',
		'GET 200',
		'PUT 307',
		'PUT 200',
	]);
	for (const request of stored) expect(JSON.stringify(request)).not.toContain(accessToken);
	for (const { headers } of stored) expect(headers).not.toHaveProperty('authorization');
	const asked = await control.requests({ host: 'api' });
	for (const { headers } of asked) expect(headers.authorization).toBe(`Bearer ${accessToken}`);
});
