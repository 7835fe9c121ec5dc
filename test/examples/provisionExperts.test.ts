import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { WorkflowJson } from '../harness/run';
import { withInputs } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const BY_HAND = 'When clicking ‘Execute workflow’';

const vendor = () => playground().sandbox.control.flexperto;
const folder = () => join(playground().folder, 'flexperto', 'reports');

/** The lines of the only report, without the sign of its encoding. */
function lines(): string[] {
	const [name = '', ...others] = readdirSync(folder());
	expect(others).toEqual([]);
	const text = readFileSync(join(folder(), name), 'utf8');
	return text.replace('\uFEFF', '').trim().split('\n');
}

const COLUMNS = 'email,name,result,accountId,problem';

/** Runs the workflow, with other people in the CRM if need be. */
const provision = async (experts?: object[]) => {
	const workflow = playground().example('provision-experts');
	return await playground().engine.run(experts ? withExperts(workflow, experts) : workflow, {
		startNode: BY_HAND,
	});
};

const withExperts = (workflow: WorkflowJson, experts: object[]): WorkflowJson =>
	withInputs(workflow, 'Experts of the CRM', { jsonOutput: JSON.stringify({ experts }) });

const accountOf = async (email: string) =>
	(await vendor().users()).find((account) => account.email === email);

const ANNA = { email: 'anna.berger@bank.example', firstName: 'Anna', lastName: 'Berger' };
const JONAS = { email: 'jonas.klein@bank.example', firstName: 'Jonas', lastName: 'Klein' };

describe('provision-experts', () => {
	it('gives each expert of the CRM a usable account and reports it, without any e-mail', async () => {
		const { status } = await provision();
		expect(status).toBe('success');
		const names = ['anna.berger', 'jonas.klein', 'lena.fischer'];
		const accounts = await Promise.all(
			names.map(async (name) => await accountOf(`${name}@bank.example`)),
		);
		for (const account of accounts) {
			expect(account).toMatchObject({ confirmed: true, roles: ['EXPERT'] });
		}
		const [anna, jonas, lena] = accounts.map((account) => account?.id);
		expect(lines()).toEqual([
			COLUMNS,
			`anna.berger@bank.example,Anna Berger,created,${anna},`,
			`jonas.klein@bank.example,Jonas Klein,created,${jonas},`,
			`lena.fischer@bank.example,Lena Fischer,created,${lena},`,
		]);
		expect(await vendor().mails()).toEqual([]);
	});

	it('creates nobody twice, when it runs again and when the CRM names somebody twice', async () => {
		await provision([ANNA, { ...ANNA, email: 'Anna.Berger@Bank.example' }, JONAS]);
		const results = () => lines().map((line) => line.split(',')[2]);
		expect(results().sort()).toEqual(['already there', 'created', 'created', 'result']);
		const before = await vendor().users();
		await playground().sandbox.control.clearRequests();
		await provision([ANNA, JONAS]);
		expect(results()).toEqual(['result', 'already there', 'already there']);
		expect(await vendor().users()).toEqual(before);
		const posts = await playground().sandbox.control.requests({
			method: 'POST',
			path: '*/users/users',
		});
		expect(posts).toEqual([]);
	});

	it('goes on when one fails, says why in the report, and turns red', async () => {
		await vendor().createUser({ email: 'mia.lang@bank.example', roles: ['CUSTOMER'] });
		const customer = { email: 'mia.lang@bank.example', firstName: 'Mia', lastName: 'Lang' };
		const { status, error } = await provision([
			customer,
			{ ...JONAS, email: 'jonas.klein at bank' },
			{ ...JONAS, lastName: '' },
			ANNA,
		]);
		expect([status, error?.nodeName]).toEqual(['error', 'Stop and Error']);
		const [, mia, misspelled, nameless, anna] = lines();
		expect(mia).toMatch(
			/^mia\.lang@bank\.example,Mia Lang,failed,,.*exists without the role EXPERT.*Give the account/,
		);
		expect(misspelled).toMatch(/^jonas\.klein at bank,Jonas Klein,failed,,.*Email/);
		expect(nameless).toMatch(/^jonas\.klein@bank\.example,Jonas,failed,,.*Last Name.* is empty/);
		expect(anna).toMatch(/^anna\.berger@bank\.example,Anna Berger,created,\d+,$/);
		expect(error?.message).toMatch(/^mia\.lang@bank\.example: .*\njonas\.klein at bank: /);
		expect(error?.message).not.toContain('anna.berger');
		expect(await accountOf('mia.lang@bank.example')).toMatchObject({ roles: ['CUSTOMER'] });
	});

	it('reports everybody as failed when Flexperto rejects the key, and tells nobody the key', async () => {
		await playground().sandbox.control.fault({ kind: 'status', status: 401, times: 'always' });
		const { status, error } = await provision([ANNA, JONAS]);
		expect(status).toBe('error');
		expect(lines().map((line) => line.split(',')[2])).toEqual(['result', 'failed', 'failed']);
		const { apiKey } = playground().sandbox.flexperto;
		expect([...lines(), error?.message].join()).not.toContain(apiKey);
	});

	it('lets no name become a formula of a spreadsheet', async () => {
		await provision([{ ...ANNA, firstName: '=SUM(A1:A9)' }]);
		expect(lines()[1]).toMatch(/^anna\.berger@bank\.example,'=SUM\(A1:A9\) Berger,created,/);
	});

	it('runs by itself each night, with a report for each day', async () => {
		const { engine, example } = playground();
		const night = { startNode: 'Each Night', mode: 'trigger' as const };
		expect((await engine.run(example('provision-experts'), night)).status).toBe('success');
		expect(readdirSync(folder())).toEqual([
			`experts-${DateTime.now().setZone('America/New_York').toISODate()}.csv`,
		]);
	});
});
