import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** The experts of a CRM get accounts; whoever has one keeps it. */
export async function provisionExperts(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { flexperto } = sandbox.control;
	report.chapter(
		'The experts of the CRM get accounts',
		'examples/provision-experts.workflow.json',
		'The CRM lists three advisers. Anna Berger has an account already. A report tells what became of each.',
	);
	const before = await flexperto.users();
	const startNode = 'When clicking ‘Execute workflow’';
	const run = await engine.run(example('provision-experts'), { startNode });
	const people = run.outputs['What Became of Them']?.[0] ?? [];
	report.node(run, 'Provision Expert', people.map(({ json }) => json.name).join(', '));
	report.node(run, 'Write Report to Disk', people.map(({ json }) => json.result).join(', '));
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const after = await flexperto.users();
	const added = after.slice(before.length);
	report.check(
		'Two accounts are new, confirmed, and with the role of an expert',
		added.map(shown),
		[
			['jonas.klein@bank.example', true, ['EXPERT']],
			['lena.fischer@bank.example', true, ['EXPERT']],
		],
	);
	report.check('The others are as they were', after.slice(0, before.length), before);
	const reports = join(folder, 'flexperto', 'reports');
	const [name = ''] = readdirSync(reports);
	const lines = readFileSync(join(reports, name), 'utf8').trim().split('\n').slice(1);
	const idOf = (email: string) => after.find((account) => account.email === email)?.id;
	report.check('The report tells who is new, and who was there', lines, [
		`anna.berger@bank.example,Anna Berger,already there,${idOf('anna.berger@bank.example')},`,
		`jonas.klein@bank.example,Jonas Klein,created,${idOf('jonas.klein@bank.example')},`,
		`lena.fischer@bank.example,Lena Fischer,created,${idOf('lena.fischer@bank.example')},`,
	]);
}

const shown = (account: { email: string; confirmed: boolean; roles: string[] }) => [
	account.email,
	account.confirmed,
	account.roles,
];
