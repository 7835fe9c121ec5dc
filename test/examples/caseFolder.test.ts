import { statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET } from '../../scripts/accounts';
import { caseFiles } from './caseFiles';
import { usePlayground } from './setup';

const playground = usePlayground();

const { vendor, folder, files, assisted, asked, expectFiled, published, night } =
	caseFiles(playground);

const LIST = 'GET /api/tickets';
const FILE = 'GET /media/showVideo/1/hash/*';

describe('case-folder', () => {
	it('stores what was photographed and recorded in the folder of each case, with a record', async () => {
		const one = await assisted('CASE-1042');
		const other = await assisted('CASE/2026/7', 'CASE_2026_7');
		const run = await published();
		expect([run?.status, run?.error?.message]).toEqual(['success', undefined]);
		// The recordings lie on another host, which must not get the token.
		const fetched = await playground().sandbox.control.requests({ host: 'storage' });
		expect(fetched.map(({ vendor, headers }) => [vendor, headers.authorization])).toEqual([
			['apizee', undefined],
			['apizee', undefined],
		]);
		for (const media of one.medias) await expectFiled('CASE-1042', media);
		for (const media of other.medias) await expectFiled('CASE_2026_7', media);
		expect(files('CASE-1042')).toHaveLength(4);
	});

	it('asks for each ticket once and for each file once, and for no file twice', async () => {
		const { ticketId } = await assisted('CASE-1042');
		await published();
		const medias = `GET /api/enterprises/1/tickets/${ticketId}/medias`;
		expect(await asked()).toEqual([LIST, medias, FILE, FILE, LIST]);
		const written = () =>
			files('CASE-1042').map((name) => statSync(join(folder('CASE-1042'), name)).mtimeMs);
		const before = written();
		await playground().sandbox.control.clearRequests();
		expect((await night()).status).toBe('success');
		expect(await asked()).toEqual([LIST, medias]);
		expect(written()).toEqual(before);
	});

	it('fetches a file once whose record cannot be read', async () => {
		const { ticketId, medias } = await assisted('CASE-1042');
		const [photo, recording] = medias;
		const name = `ticket-${ticketId}-media-${photo?.id}`;
		// A link out of the folder, which n8n does not follow.
		symlinkSync(__filename, join(folder('CASE-1042'), `${name}.json`));
		const run = await published();
		expect([run?.status, run?.error?.nodeName]).toEqual(['error', 'Stop and Error']);
		// What cannot be recorded is told once.
		expect(run?.error?.message.split('\n')).toEqual([
			expect.stringMatching(`^CASE-1042, ticket ${ticketId}, media ${photo?.id}: `),
		]);
		expect((await asked()).filter((request) => request === FILE)).toHaveLength(medias.length);
		expect(files('CASE-1042')).toContain(`${name}.jpg`);
		await expectFiled('CASE-1042', recording);
	});

	it('fetches at night what was ready only later', async () => {
		const { ticketId } = await assisted('CASE-1042');
		const [late] = await vendor().addMedias({ ticketId, status: 'processing' });
		await published();
		expect(files('CASE-1042').join()).not.toContain(`media-${late?.id}`);
		await vendor().setMediaStatus(late?.id ?? 0, 'completed');
		expect((await night()).status).toBe('success');
		await expectFiled('CASE-1042', late);
		expect(files('CASE-1042')).toHaveLength(6);
	});

	it('leaves tickets alone that are not over, have no case number, or changed long ago', async () => {
		for (const state of ['invited', 'inprogress', 'cancelled'] as const) {
			await vendor().addTickets({ reference: 'CASE-1', state });
		}
		await vendor().addTickets({ state: 'done' });
		const created = '2026-01-05T09:00:00Z';
		await vendor().addTickets({ reference: 'CASE-1', state: 'done', created });
		const { status, outputs } = await night();
		expect([status, outputs['Get Media of Ticket']]).toEqual(['success', undefined]);
		expect(await asked()).toEqual([LIST]);
	});

	it('starts at once when Apizee reports that a ticket is done, where that is enabled', async () => {
		const { ticketId, medias } = await assisted('CASE-1042');
		await vendor().setTicketState(ticketId, 'inprogress');
		const { nodes, ...rest } = playground().example('case-folder');
		const active = await playground().engine.activate({
			...rest,
			nodes: nodes.map((node) => ({ ...node, disabled: node.name === 'When a Ticket Is Done' })),
		});
		const url = active.urls['When Apizee Reports a Ticket'] ?? '';
		await vendor().setWebhooks([{ url, headers: { 'X-Webhook-Secret': SECRET } }]);
		await vendor().setTicketState(ticketId, 'inprogress', { geoloc: { lat: 48.7, lng: -3.5 } });
		await vendor().setTicketState(ticketId, 'done');
		const executions = await active.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		for (const media of medias) await expectFiled('CASE-1042', media);
		await active.deactivate();
	});
});
