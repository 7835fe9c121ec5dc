import fc from 'fast-check';

import { naming } from '../../nodes/kit/fileName';
import { useGuarded } from './guardedNode';

// What a file is called that has no name beforehand: as its answer tells, or its address.

const { own, serve, fetchLink, ask } = useGuarded();

/** The name and type of a file at an address of the vendor, whose answer has these headers. */
async function namedAt(at: string, headers: Record<string, string>) {
	serve({ [at]: { headers, body: 'content' } });
	const { json, items } = await fetchLink(`${own()}${at}`);
	expect(items[0]?.binary?.data?.fileName).toBe(json[0]?.fileName);
	expect(items[0]?.binary?.data?.mimeType).toBe(json[0]?.mimeType);
	return [json[0]?.fileName, json[0]?.mimeType];
}

const pdf = { 'content-type': 'application/pdf' };

describe('Content-Disposition', () => {
	it.each([
		['attachment; filename="report.pdf"', 'report.pdf'],
		['attachment; filename=report.pdf', 'report.pdf'],
		['inline; filename=report.pdf; size=7', 'report.pdf'],
		['ATTACHMENT; FILENAME="report.pdf"', 'report.pdf'],
		['attachment; filename="two words; and more.pdf"', 'two words; and more.pdf'],
		["attachment; filename*=UTF-8''%C3%9Cbersicht%20%E2%82%AC.pdf", 'Übersicht €.pdf'],
		["attachment; filename*=utf-8'de'%C3%9Cbersicht.pdf", 'Übersicht.pdf'],
		['attachment; filename="plain.pdf"; filename*=UTF-8\'\'b%C3%A4r.pdf', 'bär.pdf'],
		['attachment; filename*=UTF-8\'\'b%C3%A4r.pdf; filename="plain.pdf"', 'bär.pdf'],
		['attachment; filename*=iso-8859-1\'\'%A3.pdf; filename="rates.pdf"', 'rates.pdf'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['attachment; filename="C:\\\\reports\\\\report.pdf"', 'report.pdf'],
		["attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", 'passwd'],
		["attachment; filename*=UTF-8''%E4%", '%E4%'],
		['attachment', '12.pdf'],
		['attachment; filename=""', '12.pdf'],
		['attachment; filename="reports/"', '12.pdf'],
		['attachment; filename=".."', '12.pdf'],
	])('%s is called %s', async (disposition, name) => {
		const headers = { ...pdf, 'content-disposition': disposition };
		expect(await namedAt('/files/12', headers)).toEqual([name, 'application/pdf']);
	});
});

describe('without it, the end of the address', () => {
	it.each([
		['/files/scan.pdf', 'application/pdf', 'scan.pdf'],
		['/files/scan', 'application/pdf', 'scan.pdf'],
		['/files/12?signature=a/b.png', 'video/mp4', '12.mp4'],
		['/files/12', 'image/jpeg; charset=binary', '12.jpg'],
		['/files/12', 'IMAGE/PNG', '12.png'],
		['/files/12', 'application/x-unheard-of', '12'],
		['/files/a%20b%C3%A4r', 'audio/mpeg', 'a bär.mp3'],
		['/files/..%2F..%2Fscan', 'video/webm', 'scan.webm'],
		['/files/%E4%', 'application/pdf', '%E4%.pdf'],
		['/files/', 'application/pdf', 'file.pdf'],
	])('%s (%s) is called %s', async (at, type, name) => {
		const [mimeType = ''] = type.toLowerCase().split(';');
		expect(await namedAt(at, { 'content-type': type })).toEqual([name, mimeType]);
	});

	it('a request is named after its own address, not that of the API', async () => {
		serve({ '/api/v3/medias/5/download': { headers: pdf, body: 'content' } });
		expect((await ask()).json).toMatchObject([{ fileName: 'download.pdf' }]);
	});

	it('of the address where redirects ended', async () => {
		serve({
			'/short': { status: 302, headers: { location: '/files/scan.pdf?a=1' } },
			'/files/scan.pdf?a=1': { headers: pdf, body: 'content' },
		});
		expect((await fetchLink(`${own()}/short`)).json).toMatchObject([{ fileName: 'scan.pdf' }]);
	});
});

it('a name and a type that are known beforehand count', async () => {
	const headers = { ...pdf, 'content-disposition': 'attachment; filename="other.pdf"' };
	serve({ '/files/12': { headers, body: 'content' } });
	const { json } = await fetchLink(`${own()}/files/12`, 'known.pdf');
	expect(json).toMatchObject([{ fileName: 'known.pdf', mimeType: 'application/pdf' }]);
	expect(naming({ mimeType: 'video/mp4' }, pdf, 'https://a.example/12')).toEqual({
		fileName: '12.mp4',
		mimeType: 'video/mp4',
	});
});

it('a file without a type is one of unknown bytes', () => {
	for (const headers of [{}, { 'content-type': '' }]) {
		expect(naming({}, headers, 'https://a.example/12')).toEqual({
			fileName: '12',
			mimeType: 'application/octet-stream',
		});
	}
});

it('whatever the vendor says, a name is never empty and never leads to another folder', () => {
	const form = fc.constantFrom(
		(name: string) => `attachment; filename="${name}"`,
		(name: string) => `attachment; filename=${name}`,
		(name: string) => `attachment; filename*=UTF-8''${name}`,
		(name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		(name: string) => name,
	);
	const sign = fc.constantFrom(
		...'ab./\\"%;\'= ',
		'%2F',
		'%5C',
		'..',
		'%2e%2e',
		'%00',
		'\u0000',
		'\n',
	);
	const name = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
	fc.assert(
		fc.property(form, name, fc.webUrl(), (write, told, url) => {
			const headers = { 'content-disposition': write(told) };
			for (const at of [url, `https://a.example/${told}`]) {
				const { fileName } = naming({}, headers, at);
				expect(fileName).not.toMatch(/[/\\]|^\.*$/);
			}
		}),
		{ numRuns: 3000 },
	);
});
