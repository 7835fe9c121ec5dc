import { mkdirSync, rmSync } from 'node:fs';
import { caseFiles } from './caseFiles';
import { usePlayground } from './setup';

const playground = usePlayground();

const { folder, files, assisted, expectFiled, published, night } = caseFiles(playground);

describe('case-folder, when something fails', () => {
	it('goes on with the others, names what failed, and mends it at night', async () => {
		const { control } = playground().sandbox;
		const broken = await assisted('CASE-1');
		const unread = await assisted('CASE-2');
		const homeless = await assisted('CASE-3');
		const good = await assisted('CASE-4');
		rmSync(folder('CASE-3'), { recursive: true });
		const [photo, video] = broken.medias;
		// Both attempts of the node.
		const path = `/media/showVideo/1/hash/${photo?.hash}`;
		await control.fault({ kind: 'resetMidBody', path, times: 2 });
		const list = `*/tickets/${unread.ticketId}/medias`;
		await control.fault({ kind: 'status', status: 403, path: list });
		const run = await published();
		expect([run?.status, run?.error?.nodeName]).toEqual(['error', 'Stop and Error']);
		const ofTicket = (reference: string, ticketId: number) => `${reference}, ticket ${ticketId}`;
		const ofBroken = `${ofTicket('CASE-1', broken.ticketId)}, media ${photo?.id}: `;
		const ofUnread = `${ofTicket('CASE-2', unread.ticketId)}: `;
		expect(run?.error?.message.split('\n').sort()).toEqual([
			expect.stringMatching(new RegExp(`^${ofBroken}The transfer of .* broke off`)),
			expect.stringMatching(new RegExp(`^${ofUnread}Apizee .*(403|allow|permi)`)),
			...homeless.medias.map(
				({ id }) =>
					`${ofTicket('CASE-3', homeless.ticketId)}, media ${id}: The file or directory does not exist`,
			),
		]);
		for (const media of good.medias) await expectFiled('CASE-4', media);
		await expectFiled('CASE-1', video);
		expect(files('CASE-1').join()).not.toContain(`media-${photo?.id}`);

		mkdirSync(folder('CASE-3'));
		expect((await night()).status).toBe('success');
		await expectFiled('CASE-1', photo);
		for (const media of unread.medias) await expectFiled('CASE-2', media);
		for (const media of homeless.medias) await expectFiled('CASE-3', media);
	});

	it('writes no record of a file that is not on the disk as it was received', async () => {
		const { ticketId, medias } = await assisted('CASE-1042');
		const pinData = {
			'Checksum of Stored File': [{ json: { storedSha256: '0'.repeat(64) }, pairedItem: 0 }],
		};
		const { engine, example } = playground();
		const { error } = await engine.run(example('case-folder'), {
			startNode: 'Every Night',
			pinData,
		});
		for (const { id } of medias) {
			expect(error?.message).toContain(
				`CASE-1042, ticket ${ticketId}, media ${id}: The file on the disk is not the one that was received`,
			);
		}
		expect(files('CASE-1042').filter((name) => name.endsWith('.json'))).toEqual([]);
	});
});
