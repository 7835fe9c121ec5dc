import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { createEngine, type Engine } from './engine';
import { ParcelApi } from './fixture/credentials';
import { apiKey, startParcelService } from './fixture/server';
import { ParcelPollingTrigger, ParcelTrigger } from './fixture/triggers';
import type { WorkflowJson } from './run';
import { meansToShow } from './secrets';

let service: Awaited<ReturnType<typeof startParcelService>>;
let engine: Engine;

beforeEach(async () => {
	service = await startParcelService();
	engine = await createEngine({
		nodeTypes: [ParcelTrigger, ParcelPollingTrigger],
		credentialTypes: [ParcelApi],
		credentials: { parcelApi: { host: new URL(service.baseUrl).host, apiKey } },
	});
});

afterEach(async () => {
	await engine.close();
	await service.close();
});

const workflowWith = (type: string): WorkflowJson => {
	const trigger: INode = {
		id: 'trigger',
		name: 'Parcels',
		type: `n8n-nodes-conferencing.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		webhookId: 'b7c6',
		credentials: { parcelApi: { id: 'parcelApi', name: 'Depot' } },
	};
	const next: INode = {
		id: 'next',
		name: 'Next',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [200, 0],
		parameters: {},
	};
	return {
		id: 'parcels',
		nodes: [trigger, next],
		connections: { Parcels: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
};

const requests = () => service.state.requests.filter((line) => line.includes('/hooks'));
const post = async (url = '', body: unknown = {}, headers = {}) => {
	// axios repairs text that is not JSON; bytes go out as they are.
	const sent = typeof body === 'string' ? Buffer.from(body) : body;
	const { status, data } = await axios.post<unknown>(url, sent, { headers, validateStatus: null });
	return { status, data };
};

describe('a webhook trigger', () => {
	const workflow = workflowWith('parcelTrigger');

	it('is registered, called, and deregistered', async () => {
		const active = await engine.activate(workflow);
		expect(requests()).toEqual(['GET /hooks', 'POST /hooks']);
		const url = active.urls.Parcels;
		expect(service.state.hooks).toMatchObject([{ url }]);
		expect(url).toMatch(/\/webhook\/b7c6\/webhook$/);

		const text = '{ "event":  "sent" }';
		const headers = { 'content-type': 'application/json' };
		expect(await post(`${url}?depot=7`, text, headers)).toMatchObject({ status: 200 });
		const [execution] = await active.executions();
		expect(execution?.status).toBe('success');
		expect(execution?.outputs.Next?.[0]).toMatchObject([
			{ json: { body: { event: 'sent' }, raw: text, query: { depot: '7' }, deliveries: 1 } },
		]);

		await active.deactivate();
		expect(service.state.hooks).toEqual([]);
		expect((await post(url)).status).toBe(404);
		expect(engine.staticData.load('parcels')).toEqual({ 'node:Parcels': {} });
	});

	it('answers as the node says, and starts nothing without items', async () => {
		const active = await engine.activate(workflow);
		const url = active.urls.Parcels;
		expect(await post(url, { event: 'ping' })).toEqual({ status: 200, data: { pong: true } });
		expect(await post(url, {}, { 'x-signature': 'wrong' })).toEqual({
			status: 401,
			data: { message: 'Wrong signature' },
		});
		const broken = await post(url, '{"event":', { 'content-type': 'application/json' });
		expect(broken).toMatchObject({
			status: 422,
			data: { message: 'Failed to parse request body' },
		});
		expect(await active.executions()).toEqual([]);
	});

	it('shows a failed execution when webhook() throws', async () => {
		const active = await engine.activate(workflow);
		expect(await post(active.urls.Parcels, { event: 'fault' })).toMatchObject({ status: 500 });
		const [execution] = await active.executions();
		expect(execution).toMatchObject({ status: 'error', error: { message: 'The parcel fell off' } });
	});

	it('loses what webhook() writes whenever the workflow starts, and keeps it otherwise', async () => {
		const active = await engine.activate(workflow);
		const url = active.urls.Parcels;
		const deliveries = async () => {
			await active.executions();
			return (engine.staticData.load('parcels')['node:Parcels'] as { deliveries?: number })
				.deliveries;
		};
		await post(url, { event: 'sent' });
		await post(url, { event: 'sent' });
		expect(await deliveries()).toBeUndefined();
		const executions = await active.executions();
		expect(executions.map(({ outputs }) => outputs.Next?.[0]?.[0]?.json.deliveries)).toEqual([
			1, 1,
		]);
		await post(url, { event: 'ping' });
		expect(await deliveries()).toBe(1);
	});

	it('is not asked at a restart, or only whether it is still there', async () => {
		const active = await engine.activate(workflow);
		await active.restart({ checksWebhooks: false });
		expect(requests()).toEqual(['GET /hooks', 'POST /hooks']);
		await active.restart({ checksWebhooks: true });
		expect(requests()).toEqual(['GET /hooks', 'POST /hooks', 'GET /hooks']);
		await post(active.urls.Parcels, { event: 'sent' });
		expect(await active.executions()).toHaveLength(1);
		service.state.hooks = [];
		await active.restart({ checksWebhooks: true });
		expect(service.state.hooks).toHaveLength(1);
	});

	it('has a test URL with a registration and static data of its own', async () => {
		const active = await engine.activate(workflow);
		const stored = engine.staticData.load('parcels');
		const listener = await engine.listenForTestEvent(workflow);
		expect(service.state.hooks.map(({ url }) => url)).toEqual([
			active.urls.Parcels,
			listener.urls.Parcels,
		]);
		expect(listener.urls.Parcels).toMatch(/\/webhook-test\/b7c6\/webhook$/);
		const testHook = service.state.hooks[1]?.id;

		await post(listener.urls.Parcels, { event: 'sent' });
		const execution = await listener.execution;
		expect(execution?.outputs.Next?.[0]?.[0]?.json.hookId).toBe(testHook);
		expect(service.state.hooks.map(({ url }) => url)).toEqual([active.urls.Parcels]);
		expect((await post(listener.urls.Parcels)).status).toBe(404);
		expect(engine.staticData.load('parcels')).toEqual(stored);

		const stopped = await engine.listenForTestEvent(workflow);
		await stopped.stop();
		expect(await stopped.execution).toBeUndefined();
		expect(service.state.hooks).toHaveLength(1);
	});
});

describe('a polling trigger', () => {
	const workflow = workflowWith('parcelPollingTrigger');
	const stored = () => engine.staticData.load('parcels')['node:Parcels'];

	it('starts the workflow with what is new, and keeps its static data then', async () => {
		service.state.parcels = [{ id: 'a' }];
		const active = await engine.activate(workflow);
		expect(active.firstTicks).toMatchObject([{ emitted: [[{ json: { id: 'a' } }]] }]);
		expect(active.firstTicks[0]?.execution?.outputs.Next?.[0]).toMatchObject([
			{ json: { id: 'a' } },
		]);
		expect(stored()).toEqual({ polls: 1, seen: ['a'] });
	});

	it('does not store what a poll without result, or a failed one, has written', async () => {
		meansToShow(apiKey, 'This node hands on the error of the request as it is.');
		service.state.parcels = [{ id: 'a' }];
		const active = await engine.activate(workflow);
		expect(await active.tick()).toEqual([{ node: 'Parcels', emitted: null }]);
		expect(stored()).toEqual({ polls: 1, seen: ['a'] });

		service.state.parcels = [{ id: 'broken' }];
		const [failed] = await active.tick();
		expect(failed).toMatchObject({ emitted: null, error: { httpCode: '500' } });
		expect(stored()).toEqual({ polls: 1, seen: ['a'] });

		service.state.parcels = [{ id: 'a' }];
		await active.restart({ checksWebhooks: false });
		expect(active.firstTicks).toEqual([{ node: 'Parcels', emitted: null }]);
		expect(stored()).toEqual({ polls: 2, seen: ['a'] });

		service.state.parcels = [{ id: 'a' }, { id: 'b' }];
		const [next] = await active.tick();
		expect(next?.execution?.status).toBe('success');
		expect(stored()).toEqual({ polls: 3, seen: ['a', 'b'] });
	});

	it('cannot be activated when its first poll fails', async () => {
		service.state.parcels = [{ id: 'broken' }];
		await expect(engine.activate(workflow)).rejects.toMatchObject({
			name: 'WorkflowActivationError',
			message: expect.stringMatching(/^There was a problem activating the workflow: /) as string,
		});
	});

	it('stores nothing when it is run by hand', async () => {
		service.state.parcels = [{ id: 'a' }];
		const { outputs } = await engine.run(workflow);
		expect(outputs.Next?.[0]).toMatchObject([{ json: { id: 'a' } }]);
		expect(stored()).toBeUndefined();
	});
});
