import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { atOnce, items } from '../Iotum/sessionRuns';
import { startOwnN8n, type OwnN8n } from './ownN8n';
import { PolledWorkflow, pollings } from './polled';
import { byHand, flexperto } from './reporting';
import { ReportedWorkflow } from './reportedWorkflow';
import { see } from './setup';
import { SimulatedVendors } from './simulatedVendors';

// An n8n away from this project and its packages. A workflow for each trigger of the package is active
// in it while it is restarted and while it crashes.

let own: OwnN8n;
let vendors: SimulatedVendors;
let reported: ReportedWorkflow[] = [];
let polled: PolledWorkflow[] = [];
beforeAll(async () => {
	own = await startOwnN8n();
	vendors = await SimulatedVendors.start(own);
});
afterAll(async () => {
	await vendors?.close();
	await own?.close();
});

describe('nothing of this project is needed but the package', () => {
	it('which lies alone where n8n looks for packages', () => {
		const { paths } = createRequire(join(own.packageFolder, 'index.js')).resolve;
		const searched = (paths('luxon') ?? []).filter((path) => existsSync(path));
		const visible = searched.flatMap((path) =>
			readdirSync(path).filter((name) => !name.startsWith('.')),
		);
		expect(visible).toEqual(['n8n-nodes-conferencing']);
	});

	it('rules of a series and times with a zone: conference.previewSchedule', async () => {
		const inputs = {
			start: '2031-03-24T09:00:00',
			timeZone: 'Europe/London',
			schedule: 'FREQ=WEEKLY;BYDAY=MO',
			options: { count: 2 },
		};
		for (const node of ['vivoMeetings', 'iotum']) {
			const parameters = { resource: 'conference', operation: 'previewSchedule', ...inputs };
			const { json } = await vendors.engine.runNode({ node, parameters });
			const starts = json.map(({ start }) => start);
			expect(starts).toEqual(['2031-03-24T09:00:00+00:00', '2031-03-31T09:00:00+01:00']);
		}
	});

	it('ten requests at the same time, and no more', async () => {
		const { control } = vendors;
		const { ids } = await control.flexperto.createArchives({ count: 1 });
		const path = `/api/v2/communication/archives/archives/${ids[0]}`;
		await control.fault({ kind: 'delay', ms: 400, times: 'always', path });
		const parameters = {
			...{ resource: 'archive', operation: 'get' },
			...{ archiveId: ids[0], options: atOnce(10) },
		};
		const run = { node: 'flexperto', parameters, items: items(30) };
		expect((await vendors.engine.runNode(run)).json).toHaveLength(30);
		await control.clearFaults();
		const requests = await control.requests({ path });
		expect(requests).toHaveLength(30);
		expect(Math.max(...requests.map(({ concurrent }) => concurrent))).toBe(10);
	});
});

/** Each vendor reports something, and something appears in each list. */
const happens = async () => {
	await Promise.all(reported.map(async (workflow) => await workflow.startsOnce()));
	await Promise.all(polled.map(async (workflow) => await workflow.appear()));
	await Promise.all(polled.map(async (workflow) => await workflow.findsAll()));
};

const registered = async () => (await vendors.control.flexperto.webhooks()).map(({ url }) => url);

describe('workflows that are active', () => {
	beforeAll(async () => {
		reported = await Promise.all(
			[flexperto, ...byHand].map(
				async (reporting) => await ReportedWorkflow.activate(own.client, vendors, reporting),
			),
		);
		polled = await Promise.all(
			pollings.map(async (polling) => await PolledWorkflow.activate(vendors, polling)),
		);
	});

	it('are started by what happens at the vendors', async () => {
		await happens();
		expect(await registered()).toEqual([reported[0]?.url]);
	});

	it.each(['SIGTERM', 'SIGKILL'] as const)(
		'after %s and another start, nothing is lost, repeated or registered again',
		async (signal) => {
			await own.restart(signal, async () => {
				for (const workflow of polled) await workflow.appear();
			});
			await Promise.all(polled.map(async (workflow) => await workflow.findsAll()));
			await happens();
			await Promise.all(polled.map(async (workflow) => await workflow.findsNothingMore()));
			expect(await registered()).toEqual([reported[0]?.url]);
			for (const { name } of [flexperto, ...byHand, ...pollings]) see('trigger', name);
		},
	);
});
