import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';
import { found, foundIds, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const workflow = () =>
	triggerWorkflow('flexpertoPollingTrigger', {
		event: 'archiveAvailable',
		options: { maxRetries: 0 },
	});

describe('a look that fails', () => {
	test.each([
		[
			'an overloaded vendor',
			{ kind: 'status', status: 503 } as const,
			'Flexperto failed to process the request',
		],
		[
			'a web page instead of the list',
			{ kind: 'html' } as const,
			'Flexperto answered with a web page instead of data',
		],
		['half a list', { kind: 'cutJson' } as const, 'Flexperto sent an answer that is incomplete'],
		['no answer', { kind: 'reset' } as const, 'Flexperto closed the connection too early'],
		[
			'something that is no list',
			{ kind: 'status', status: 200, body: { archives: [] } } as const,
			'Flexperto sent something that is not a list',
		],
	])('because of %s shows so, and nothing is lost', async (_case, fault, message) => {
		const { engine, vendor, control, sandbox } = flexperto();
		const { ids: known } = await vendor.createArchives({ count: 101 });
		const watching = workflow();
		const active = await engine.activate(watching);
		expect(foundIds(active.firstTicks)).toEqual(known);
		const stored = engine.staticData.load(String(watching.id));

		const { ids } = await vendor.createArchives({ count: 2 });
		// The first page is good, so that a hasty node would know half of it.
		await control.fault({ ...fault, path: ARCHIVES, after: 1 });
		const [failed] = await active.tick();
		expect(failed).toMatchObject({ node: TRIGGER, emitted: null, error: { message } });
		expect(failed?.execution).toBeUndefined();
		expect(JSON.stringify(failed?.error)).not.toContain(sandbox.flexperto.apiKey);
		expect(engine.staticData.load(String(watching.id))).toEqual(stored);

		expect(foundIds(await active.tick())).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});

	it('repeats what passes at once, as often as the options say', async () => {
		const { engine, vendor, control } = flexperto();
		const active = await engine.activate(
			triggerWorkflow('flexpertoPollingTrigger', { options: { maxRetries: 1 } }),
		);
		const { ids } = await vendor.createArchives();
		await control.fault({ kind: 'status', status: 503, path: ARCHIVES });
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('keeps the workflow from being published when it is the first', async () => {
		const { engine, control, vendor, sandbox } = flexperto();
		const watching = workflow();
		await control.fault({ kind: 'status', status: 401, path: ARCHIVES });
		await expect(engine.activate(watching)).rejects.toMatchObject({
			name: 'WorkflowActivationError',
			message: 'There was a problem activating the workflow: "Flexperto rejected the API key"',
			description: expect.stringContaining(
				`GET ${sandbox.flexperto.baseUrl}${ARCHIVES}: HTTP 401.`,
			),
		});
		const { ids } = await vendor.createArchives();
		const active = await engine.activate(watching);
		expect(foundIds(active.firstTicks)).toEqual(ids);
	});

	it('tells of a vendor that gives the same page again and again', async () => {
		const { engine, vendor, control } = flexperto();
		const active = await engine.activate(workflow());
		await vendor.createArchives({ count: 1 });
		const [item] = await vendor.archives();
		const body = { items: [item], limit: 1, offset: 0, total: 3 };
		await control.fault({ kind: 'status', status: 200, path: ARCHIVES, times: 'always', body });
		const [failed] = await active.tick();
		expect(failed?.error?.message).toContain('same page twice');
		await control.clearFaults();
		expect(foundIds(await active.tick())).toEqual([item?.id]);
	});

	it('tells of an event that does not exist', async () => {
		const { engine } = flexperto();
		const unknown = triggerWorkflow('flexpertoPollingTrigger', { event: 'constructor' });
		await expect(engine.activate(unknown)).rejects.toMatchObject({
			message: 'There was a problem activating the workflow: ""Event" is "constructor""',
			description: 'Choose one from the list.',
		});
	});
});
