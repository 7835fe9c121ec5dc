import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pdf } from '../../sandbox/flexperto/files';
import type { PresentationStatus } from '../../sandbox/iotum/drive/types';
import { withInputs, withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const vendor = () => playground().sandbox.control.iotum;

/** The example, which does not wait as long between two looks. */
const workflow = () => withInputs(playground().example('upload-slides'), 'Wait', { amount: 0.2 });

/** Puts files into the folder and gives their checksums by name. */
async function writeSlides(names: string[]): Promise<Record<string, string>> {
	const checksums: Record<string, string> = {};
	for (const name of names) {
		const content = await pdf([name], new Date());
		writeFileSync(join(playground().folder, 'iotum', 'slides', name), content);
		checksums[name] = createHash('sha256').update(content).digest('hex');
	}
	return checksums;
}

/** Waits until the files are uploaded and has the vendor prepare each, with two pages. */
async function prepare(statuses: Record<string, PresentationStatus>): Promise<void> {
	const count = Object.keys(statuses).length;
	const uploaded = async () =>
		(await vendor().driveFiles()).filter(
			({ filename, finished }) => filename in statuses && finished,
		);
	while ((await uploaded()).length < count) await setTimeout(50);
	for (const { id, filename } of await uploaded()) {
		const status = statuses[filename];
		if (status) await vendor().setPresentationStatus(id, status, 2);
		// The others are still being prepared at the next look.
		await setTimeout(300);
	}
}

describe('upload-slides', () => {
	it('uploads every file of the folder and waits until all can be presented', async () => {
		const { engine, sandbox } = playground();
		const checksums = await writeSlides(['agenda.pdf', 'offer.pdf']);
		const running = engine.run(workflow());
		await prepare({ 'agenda.pdf': 'ready', 'offer.pdf': 'ready' });
		const { status, outputs } = await running;
		expect(status).toBe('success');
		const slides = outputs.Slides?.[0]?.map(({ json }) => json) ?? [];
		const files = await vendor().driveFiles();
		expect(slides).toEqual(
			['agenda.pdf', 'offer.pdf'].map((file) => ({
				file,
				fileId: files.find(({ filename }) => filename === file)?.id,
				status: 'ready',
				pages: 2,
			})),
		);
		const { hostId } = sandbox.iotum.fixtures;
		for (const { fileId } of slides) {
			expect(files.find(({ id }) => id === fileId)?.hostId).toBe(hostId);
		}
		const uploads = await sandbox.control.requests({ vendor: 'iotum', method: 'PUT' });
		expect(uploads.map(({ host, upload }) => [host, upload?.sha256]).sort()).toEqual(
			Object.values(checksums)
				.map((sha256) => ['storage', sha256])
				.sort(),
		);
	});

	it('names the file that cannot be presented when the others are ready', async () => {
		await writeSlides(['agenda.pdf', 'offer.pdf']);
		const running = playground().engine.run(workflow());
		await prepare({ 'agenda.pdf': 'failed', 'offer.pdf': 'ready' });
		const { error, outputs } = await running;
		expect(error?.message).toBe('“agenda.pdf” cannot be presented: it is failed');
		expect(outputs.Slides?.[0]?.map(({ json }) => json.status)).toEqual(['failed', 'ready']);
	});

	it('does not wait for a file of a kind that the vendor does not know', async () => {
		await writeSlides(['figures.xyz']);
		const { error } = await playground().engine.run(workflow());
		expect(error?.message).toBe('“figures.xyz” cannot be presented: it is unsupported');
	});

	it('uploads nothing for a host who is not there', async () => {
		await writeSlides(['agenda.pdf']);
		const settings = { hostEmail: 'nobody@bank.example' };
		const { error } = await playground().engine.run(withSettings(workflow(), settings));
		expect(error?.message).toBe(
			'Nothing was uploaded. No host has the e-mail nobody@bank.example.',
		);
		const created = await playground().sandbox.control.requests({ path: '*/drive/create' });
		expect(created).toEqual([]);
	});
});
