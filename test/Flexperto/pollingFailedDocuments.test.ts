import type { INodeProperties } from 'n8n-workflow';

import { useFlexperto } from './setup';
import { found, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const watching = (inputs = {}) =>
	triggerWorkflow('flexpertoPollingTrigger', { event: 'documentFailed', ...inputs });

const video = { method: 'ves', handedOver: true } as const;

describe('Document Failed', () => {
	it('hands over a document whose identification failed, with the reason, once', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ ...video, documents: 2 });
		const active = await engine.activate(watching());
		expect(found(active.firstTicks)).toBeNull();
		const { documents } = await vendor.failDocument(2, 'The passport has expired.');
		const failed = documents.filter(({ status }) => status === 'FAILED');
		expect(found(await active.tick())).toEqual([{ sessionId: '1', ...failed[0] }]);
		expect(failed).toMatchObject([{ id: 2, failure_reason: 'The passport has expired.' }]);
		expect(found(await active.tick())).toBeNull();
	});

	it('says nothing about any other change', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ ...video, documents: 2 });
		const active = await engine.activate(watching());
		await vendor.signDocument(1);
		expect(found(await active.tick())).toBeNull();
		await vendor.deleteDocument(2);
		expect(found(await active.tick())).toBeNull();
		await vendor.createSessions({ documents: 1, signed: true });
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over what had failed before only with Include Existing', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ ...video, count: 2, documents: 1 });
		await vendor.failSession(2);
		const ids = async (options: object) =>
			found((await engine.activate(watching({ options }))).firstTicks)?.map(({ id }) => id);
		expect(await ids({})).toBeUndefined();
		expect(await ids({ includeExisting: false })).toBeUndefined();
		expect(await ids({ includeExisting: true })).toEqual([2]);
	});

	it('watches one session when one is chosen', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ ...video, count: 2, documents: 1 });
		const sessionId = { __rl: true, mode: 'id', value: '2' };
		const active = await engine.activate(watching({ sessionId }));
		await vendor.failSession(1);
		expect(found(await active.tick())).toBeNull();
		await vendor.failSession(2);
		expect(found(await active.tick())).toMatchObject([{ sessionId: '2', id: 2 }]);
	});

	it('is shown when the workflow is run by hand, which remembers nothing', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ ...video, documents: 1 });
		await vendor.failSession(1);
		for (let times = 0; times < 2; times++) {
			const { outputs, staticData } = await engine.run(watching());
			expect(outputs.Next?.[0]).toMatchObject([{ json: { id: 1, status: 'FAILED' } }]);
			expect(staticData).toEqual({});
		}
	});
});

describe('the node, for the events about documents', () => {
	const shown = (event: string) => {
		const type = 'n8n-nodes-conferencing.flexpertoPollingTrigger';
		const { properties } = flexperto().engine.types.getByNameAndVersion(type).description;
		return properties.filter(
			({ displayOptions }: INodeProperties) => displayOptions?.show?.event?.includes(event) ?? true,
		);
	};

	it('tells how many requests a look needs', () => {
		for (const event of ['documentFailed', 'documentStatusChanged']) {
			const notices = shown(event).filter(({ type }) => type === 'notice');
			expect(notices.map(({ displayName }) => displayName)).toEqual([
				expect.stringMatching(/one request for the session\..*one for each session that is not/),
			]);
		}
	});

	it('tells nothing of the kind for the others', () => {
		for (const event of ['archiveAvailable', 'contractSessionCompleted']) {
			expect(shown(event).filter(({ type }) => type === 'notice')).toEqual([]);
		}
	});
});
