import type { INodeParameters } from 'n8n-workflow';

import { received, SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { john, newSession, pdfItem, prepareFiles } from './signing';

const flexperto = useFlexperto();

const byName = { resumeByName: true };

const twoFiles = async () => await pdfItem(flexperto(), 'a.pdf', 'b.pdf');

beforeEach(async () => {
	expect(await flexperto().vendor.createUser()).toMatchObject({ id: 2 });
});

const sent = async () =>
	received(await flexperto().control.requests()).map(({ request }) => request);

/** Another session of the employee, which differs in some of what is asked for. */
async function initiated(inputs: INodeParameters): Promise<void> {
	const { error } = await flexperto().run('contractSession.initiate', {
		inputs: { ...newSession, actingUserId: '2', ...inputs },
	});
	expect(error).toBeUndefined();
}

describe('resuming a session by its name', () => {
	it('starts one when there is none, and says so', async () => {
		const { json } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(json).toMatchObject([{ sessionId: '1', resumed: false, handedOver: true }]);
		expect((await sent()).slice(0, 2)).toEqual([
			`GET ${SESSIONS}?limit=100&offset=0`,
			`POST ${SESSIONS}/initiate`,
		]);
	});

	it('goes on with the one whose beginning was never answered', async () => {
		const { control, vendor } = flexperto();
		await control.fault({ kind: 'reset', when: 'after', path: '*/initiate' });
		const { error } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(error).toBeDefined();
		const { json } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(json).toMatchObject([{ sessionId: '1', resumed: true, handedOver: true }]);
		const sessions = await vendor.sessions();
		expect(sessions.map(({ documents }) => documents.map(({ name }) => name))).toEqual([
			['a.pdf', 'b.pdf'],
		]);
	});

	it.each(['', { toString: 1 }])(
		'starts no second one where the first has the ID %j',
		async (id) => {
			const { control, vendor } = flexperto();
			await initiated({});
			const [view] = await vendor.sessions();
			const body = { items: [{ ...view?.session, id }], total: 1 };
			await control.fault({ kind: 'status', status: 200, body, method: 'GET', path: SESSIONS });
			const { error } = await prepareFiles(flexperto(), await twoFiles(), byName);
			expect(error?.message).toBe(
				`Flexperto lists the contract session "${newSession.name}" without an ID [item 0]`,
			);
			expect(await vendor.sessions()).toHaveLength(1);
		},
	);

	it('takes none for another method, name or participant, and none that was deleted', async () => {
		await initiated({ method: 'qes' });
		await initiated({ name: `${newSession.name} (2)` });
		await initiated({ participant: { values: [{ ...john, email: 'jane@example.com' }] } });
		await initiated({});
		await flexperto().vendor.deleteSession(4);
		const { json } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(json).toMatchObject([{ sessionId: '5', resumed: false }]);
	});

	it('leaves the choice to a person when several have the name', async () => {
		await initiated({});
		await initiated({});
		await flexperto().control.clearRequests();
		const { error } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(error).toMatchObject({
			message: `There are 2 contract sessions called "${newSession.name}" [item 0]`,
			description: expect.stringMatching(/^Their IDs are 1, 2. Enter the right one under/),
		});
		expect(await sent()).toEqual([`GET ${SESSIONS}?limit=100&offset=0`]);
	});

	it('says that a session was handed over before, whose link Flexperto does not give again', async () => {
		await prepareFiles(flexperto(), await twoFiles(), byName);
		const { error } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(error).toMatchObject({
			message: 'Contract session 1 was handed over before [item 0]',
			description: expect.stringMatching(/^All files are in it, .* contract session 1 is resumed/),
		});
		expect(await flexperto().vendor.sessions()).toHaveLength(1);
	});

	it('has the link where Flexperto gives it again after all', async () => {
		await prepareFiles(flexperto(), await twoFiles(), byName);
		const url = 'https://sign.example/index?sessionid=1';
		await flexperto().control.fault({
			kind: 'status',
			status: 200,
			body: { url },
			path: '*/handover',
		});
		const { json } = await prepareFiles(flexperto(), await twoFiles(), byName);
		expect(json).toMatchObject([{ sessionId: '1', resumed: true, handedOver: true, url }]);
	});

	it('tells that a session is handed over, though this run was not to do that', async () => {
		await prepareFiles(flexperto(), await twoFiles(), byName);
		const fields = { ...byName, handOver: false };
		const { json } = await prepareFiles(flexperto(), await twoFiles(), fields);
		expect(json).toMatchObject([{ resumed: true, handedOver: true }]);
	});
});
