import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const vendor = () => playground().sandbox.control.iotum;
const file = (name: string) => join(playground().folder, 'iotum', 'hosts', name);
const companyId = () => playground().sandbox.iotum.fixtures.companyId;

const ANNA = 'anna.berger@bank.example,Anna Berger,HOST';
const JONAS = 'jonas.klein@bank.example,Jonas Klein,';

/** Imports a list that somebody has put into the folder. */
async function imported(...rows: string[]) {
	writeFileSync(file('hosts.csv'), ['email,name,role', ...rows, ''].join('\n'));
	await playground().sandbox.control.clearRequests();
	const workflow = playground().example('import-hosts');
	return await playground().engine.run(withSettings(workflow, { companyId: String(companyId()) }));
}

/** The results of the report, by e-mail address. */
function results(): Record<string, string> {
	const [columns, ...lines] = report();
	expect(columns).toBe('email,name,result,problem');
	return Object.fromEntries(
		lines.map((line) => line.split(',')).map(([email = '', , result = '']) => [email, result]),
	);
}

const report = () =>
	readFileSync(file('report.csv'), 'utf8').replace('\uFEFF', '').trim().split('\n');

const hostOf = async (email: string) =>
	(await vendor().hosts()).filter(({ settings }) => settings.email === email);

/** What was changed at Iotum. */
const changes = async () =>
	(await playground().sandbox.control.requests({ vendor: 'iotum' }))
		.map(({ path }) => path.replace('/enterprise_api/', ''))
		.filter((path) => /create|update|delete/.test(path));

/** Who is in the company before anything is imported. */
const OTHERS = {
	'carla.company@iotum.example': 'not in the list',
	'hanna.host@iotum.example': 'not in the list',
	'henry.host@iotum.example': 'not in the list',
};

describe('import-hosts', () => {
	it('makes the people of a list hosts of the company, and leaves everybody else alone', async () => {
		const before = await vendor().hosts();
		const { status } = await imported(ANNA, JONAS);
		expect(status).toBe('success');
		expect(results()).toEqual({
			'anna.berger@bank.example': 'created',
			'jonas.klein@bank.example': 'created',
			...OTHERS,
		});
		for (const name of ['Anna Berger', 'Jonas Klein']) {
			const email = `${name.toLowerCase().replace(' ', '.')}@bank.example`;
			expect(await hostOf(email)).toEqual([
				expect.objectContaining({
					companyId: companyId(),
					settings: expect.objectContaining({ name, role: 'HOST' }),
				}),
			]);
		}
		expect((await vendor().hosts()).slice(0, before.length)).toEqual(before);
	});

	it('sends nothing for a list that has not changed', async () => {
		await imported(ANNA, JONAS);
		const before = await vendor().hosts();
		expect((await imported(ANNA, JONAS)).status).toBe('success');
		expect(results()).toEqual({
			'anna.berger@bank.example': 'left alone',
			'jonas.klein@bank.example': 'left alone',
			...OTHERS,
		});
		expect(await changes()).toEqual([]);
		expect(await vendor().hosts()).toEqual(before);
	});

	it('updates only who differs, however the address is written', async () => {
		await imported(ANNA, JONAS);
		await imported('Anna.Berger@Bank.example,Anna Berger-Kuhn,company_admin', JONAS);
		expect(results()).toMatchObject({
			'anna.berger@bank.example': 'updated',
			'jonas.klein@bank.example': 'left alone',
		});
		expect(await changes()).toEqual(['host/update']);
		const [anna, ...others] = await hostOf('anna.berger@bank.example');
		expect(others).toEqual([]);
		expect(anna?.settings).toMatchObject({ name: 'Anna Berger-Kuhn', role: 'COMPANY_ADMIN' });
	});

	it('goes on when one fails, says why in the report, and turns red', async () => {
		const rows = ['no address,Nora New,HOST', 'paul.boss@bank.example,Paul Boss,BOSS', ANNA];
		const { status, error } = await imported(...rows, 'nameless@bank.example,,HOST');
		expect([status, error?.nodeName]).toEqual(['error', 'Stop and Error']);
		expect(results()).toEqual({
			'no address': 'failed',
			'paul.boss@bank.example': 'failed',
			'anna.berger@bank.example': 'created',
			'nameless@bank.example': 'failed',
			...OTHERS,
		});
		expect(error?.message.split('\n')).toEqual([
			expect.stringMatching(/^no address: .*Email/),
			expect.stringMatching(/^paul\.boss@bank\.example: .*Role.*BOSS/),
			expect.stringMatching(/^nameless@bank\.example: .*Name.* is empty/),
		]);
		expect(await changes()).toEqual(['host/create']);
	});

	it('has who is missing after a failure at Iotum, when it runs again', async () => {
		const path = '/enterprise_api/host/create';
		const { control } = playground().sandbox;
		await control.fault({ vendor: 'iotum', kind: 'status', status: 422, path, times: 1 });
		expect((await imported(ANNA, JONAS)).status).toBe('error');
		expect(Object.values(results()).sort().slice(0, 2)).toEqual(['created', 'failed']);
		expect((await imported(ANNA, JONAS)).status).toBe('success');
		const found = Object.values(results()).filter((result) => result !== 'not in the list');
		expect(found.sort()).toEqual(['created', 'left alone']);
	});

	it('changes nothing without the list, or when the company cannot be read', async () => {
		const { engine, example, sandbox } = playground();
		const missing = await engine.run(example('import-hosts'));
		expect([missing.status, missing.error?.nodeName]).toEqual(['error', 'Rows of the List']);
		expect(await changes()).toEqual([]);
		const path = '/enterprise_api/host/fetch_all';
		await sandbox.control.fault({ vendor: 'iotum', kind: 'status', status: 403, path });
		const { status, error } = await imported(ANNA);
		expect([status, error?.nodeName]).toEqual(['error', 'Get Hosts']);
		expect(await changes()).toEqual([]);
	});
});
