import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSettings } from '../test/examples/changes';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const LIST = `email,name,role
carla.weber@bank.example,Carla Weber,COMPANY_ADMIN
anna.berger@bank.example,Anna Berger-Kuhn,HOST
lena.fischer@bank.example,Lena Fischer,
`;

/** The list as some other program has put it into the folder. */
export const writeHostList = (folder: string): void =>
	writeFileSync(join(folder, 'hosts.csv'), LIST);

/** The people of a list become hosts; only who differs from the list is sent. */
export async function importHosts(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { iotum } = sandbox.control;
	report.chapter(
		'Iotum: hosts are imported from a list',
		'examples/import-hosts.workflow.json',
		'Example Bank has sent a list of three people. Carla Weber is as it says, Anna Berger has another name since, Lena Fischer is new, and Jonas Klein is not in it.',
	);
	const companies = await iotum.companies();
	const companyId = companies.find(({ subdomain }) => subdomain === 'example-bank')?.id;
	writeHostList(join(folder, 'iotum', 'hosts'));
	const workflow = withSettings(example('import-hosts'), { companyId: String(companyId) });
	const run = await engine.run(workflow);
	const text = readFileSync(join(folder, 'iotum', 'hosts', 'report.csv'), 'utf8');
	report.node(run, 'Rows of the List', 'hosts.csv');
	report.node(run, 'Get Hosts', `of company ${companyId}`);
	report.node(run, 'Provision Host', 'who is new or differs');
	report.node(run, 'Write Report to Disk', 'report.csv');
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	report.check('The report tells what became of each', text.trim().split('\n').slice(1).sort(), [
		'anna.berger@bank.example,Anna Berger-Kuhn,updated,',
		'carla.weber@bank.example,Carla Weber,left alone,',
		'jonas.klein@bank.example,Jonas Klein,not in the list,',
		'lena.fischer@bank.example,Lena Fischer,created,',
	]);
	const hosts = async () => (await iotum.hosts()).filter((host) => host.companyId === companyId);
	const names = (await hosts()).map(({ settings }) => settings.name);
	const expected = ['Carla Weber', 'Anna Berger-Kuhn', 'Jonas Klein', 'Lena Fischer'];
	report.check('The company has them all, and nobody was removed', names, expected);

	report.say('The workflow runs once more with the same list.');
	const changes = async () =>
		(await sandbox.control.requests({ vendor: 'iotum' })).filter(({ path }) =>
			/host\/(create|update)$/.test(path),
		).length;
	const before = [await hosts(), await changes()];
	const again = await engine.run(workflow);
	report.node(again, 'Left Alone', 'all of the list');
	report.blank();
	report.check(
		'Nothing was sent, and nothing is different',
		[await hosts(), await changes()],
		before,
	);
}
