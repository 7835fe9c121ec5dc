import { readFileSync } from 'node:fs';
import { eventually } from './eventually';
import { byHand, flexperto } from './reporting';
import { ReportedWorkflow } from './reportedWorkflow';
import { client, n8n, see } from './setup';
import { SimulatedVendors } from './simulatedVendors';

// The life of workflows with webhook triggers in n8n itself, without the restarts (ownN8n.e2e.ts).

let vendors: SimulatedVendors;
/** With what words an activation without the secret is refused, which takes n8n 2 a while. */
const refusals: Record<string, Promise<string>> = {};
beforeAll(async () => {
	vendors = await SimulatedVendors.start();
	for (const reporting of byHand) {
		refusals[reporting.name] = vendors
			.activate(reporting, { [reporting.secret]: '' })
			.then(() => 'It was not refused.', String);
	}
});
afterAll(async () => await vendors?.close());

describe('the Flexperto Trigger, which registers itself', () => {
	let workflow: ReportedWorkflow;
	beforeAll(async () => {
		workflow = await ReportedWorkflow.activate(client, vendors, flexperto);
	});
	afterAll(async () => await workflow?.deactivate());

	/** The URLs that Flexperto was asked to report to, with the audience. */
	const registered = async () =>
		(await vendors.control.flexperto.webhooks()).map(({ audience, url }) => [audience, url]);

	it('is registered once when the workflow is activated', async () => {
		expect(await registered()).toEqual([['*', workflow.url]]);
		await workflow.startsOnce();
	});

	it('stays registered after deactivation, as n8n’s log tells; n8n turns reports away', async () => {
		await workflow.deactivate();
		expect(await registered()).toEqual([['*', workflow.url]]);
		await workflow.startsNothing();
		await eventually(async () => {
			const log = readFileSync(n8n.logFile, 'utf8').split('\n');
			const told = log.filter((line) => line.includes(workflow.url));
			expect(told).toEqual([expect.stringContaining('Flexperto still reports to this workflow')]);
		});
	});

	it('is not registered again by another activation, nor by a change while it is active', async () => {
		await workflow.activateAgain();
		await workflow.startsOnce();
		await workflow.change();
		await workflow.startsOnce();
		expect(await registered()).toEqual([['*', workflow.url]]);
	});

	it('listens for a test event beside it, at a test URL that is registered when asked, once', async () => {
		await workflow.listen();
		expect(await registered()).toEqual([['*', workflow.url]]);
		await client.stopListening(workflow.id);
		await workflow.change({ options: { registerTestUrl: true } });
		const both = [
			['*', workflow.url],
			['*', workflow.testUrl],
		];
		for (let times = 0; times < 2; times++) {
			await workflow.listen();
			expect(await registered()).toEqual(both);
			await client.stopListening(workflow.id);
		}
		await workflow.startsOnce();
	});

	it('starts once for each report when it was registered for another audience as well', async () => {
		await workflow.change({ options: { audience: 'advisers' } });
		expect(await registered()).toContainEqual(['advisers', workflow.url]);
		await workflow.startsOnce();
		await workflow.change({ options: { audience: '*' } });
		await workflow.startsOnce();
		expect(await registered()).toHaveLength(3);
		see('trigger', flexperto.name);
	});
});

it.each(byHand)(
	'the $name takes what the vendor reports while it is active, once',
	async (reporting) => {
		const workflow = await ReportedWorkflow.activate(client, vendors, reporting);
		await workflow.startsOnce();
		await workflow.deactivate();
		await workflow.startsNothing();
		await workflow.activateAgain();
		await workflow.startsOnce();
		await workflow.change();
		await workflow.startsOnce();
		await workflow.listen();
		await workflow.startsOnce();
		await workflow.tell(workflow.testUrl);
		await workflow.startsOnce('manual');
		await workflow.startsNothing();
		await workflow.deactivate();
		see('trigger', reporting.name);
	},
);

it.each(byHand)('the $name is refused without the secret of the vendor', async (reporting) => {
	expect(await refusals[reporting.name]).toContain(reporting.refusal);
});
