import { onlyItem } from '../Flexperto/onlyItem';
import { useApizee } from './setup';

// What a file is called and what it is.

const apizee = useApizee();

/** Downloads what the storage answers at an address with these headers. */
async function named(path: string, headers: Record<string, string>, fileName?: string) {
	const { run, access, control } = apizee();
	await control.fault({ kind: 'status', status: 200, headers, body: 'content', host: 'storage' });
	const inputs = {
		url: `${access.storageUrl}${path}`,
		options: { maxRetries: 0, ...(fileName !== undefined && { fileName }) },
	};
	const item = onlyItem(await run('media.download', { inputs }));
	const { fileName: name, mimeType } = item.binary?.data ?? {};
	expect(item.json).toMatchObject({ fileName: name, mimeType });
	return { name, mimeType };
}

const MP4 = { 'content-type': 'video/mp4' };
const disposition = (text: string) => ({ ...MP4, 'content-disposition': text });

it('is called as the user wants, whatever the vendor calls it', async () => {
	const headers = disposition('attachment; filename="theirs.mp4"');
	expect(await named('/files/4b6c', headers, 'case-1234.mp4')).toEqual({
		name: 'case-1234.mp4',
		mimeType: 'video/mp4',
	});
});

it('is called as the vendor does when the user leaves the name empty', async () => {
	const headers = disposition('attachment; filename="theirs.mp4"');
	expect((await named('/files/4b6c', headers, '')).name).toBe('theirs.mp4');
});

it.each([
	['attachment; filename="annual review.mp4"', 'annual review.mp4'],
	['inline; filename=review.mp4', 'review.mp4'],
	['attachment; FILENAME="REVIEW.MP4"; size=5', 'REVIEW.MP4'],
	['attachment; filename="a.mp4"; filename*=UTF-8\'\'pr%C3%BCfung.mp4', 'prüfung.mp4'],
	['attachment; filename="../../etc/passwd"', 'passwd'],
	['attachment; filename="C:\\videos\\review.mp4"', 'review.mp4'],
])('is called after %s', async (header, name) => {
	expect((await named('/files/4b6c', disposition(header))).name).toBe(name);
});

it.each([
	['/files/review.mp4', 'review.mp4'],
	['/files/review.mp4?signature=1', 'review.mp4'],
	['/files/annual%20review.mp4', 'annual review.mp4'],
	['/files/4b6c0600-b2fc-11ed', '4b6c0600-b2fc-11ed.mp4'],
	['/files/..%2F..%2Fpasswd', 'passwd.mp4'],
	['/files/', 'file.mp4'],
])('is called after the address %s when the vendor tells no name', async (path, name) => {
	expect((await named(path, MP4)).name).toBe(name);
});

it.each([
	['video/mp4', 'video/mp4', '4b6c.mp4'],
	['Video/WebM; codecs="vp9"', 'video/webm', '4b6c.webm'],
	['image/jpeg', 'image/jpeg', '4b6c.jpg'],
	['image/png', 'image/png', '4b6c.png'],
	['application/pdf', 'application/pdf', '4b6c.pdf'],
	['audio/mpeg', 'audio/mpeg', '4b6c.mp3'],
	['application/x-unheard-of', 'application/x-unheard-of', '4b6c'],
	['', 'application/octet-stream', '4b6c'],
])('has the type and ending of content type "%s"', async (type, mimeType, name) => {
	const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
	expect(await named('/files/4b6c', headers)).toEqual({ name, mimeType });
});

it('has the name of where a redirect leads to', async () => {
	const { control } = apizee();
	const location = '/files/final.mp4';
	await control.fault({ kind: 'redirect', location, path: '/media/first' });
	expect((await named('/media/first', MP4)).name).toBe('final.mp4');
});
