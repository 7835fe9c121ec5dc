import { dirname, join } from 'node:path';
import { filesBelow } from './files';
import { source } from './nodes';

const code = (folder: string) => filesBelow(folder).filter((file) => file.endsWith('.ts'));
const kit = code('nodes/kit');
/** The vendors and whose code each may use beside its own and the kit. */
const vendors: Record<string, string[]> = {
	Apizee: [],
	Flexperto: [],
	Iotum: [],
	VivoMeetings: ['Iotum'],
};

/** The simulated vendors, each in a folder of its own. */
const simulated = ['sandbox/apizee', 'sandbox/flexperto', 'sandbox/iotum'];

/** What a file imports: project files as `./nodes/...`, packages by their name. */
function imports(file: string): string[] {
	return [...source(file).matchAll(/^(?:import|export) [^;]*?from '([^']+)';|^import '([^']+)';/gm)]
		.map(([, from, bare]) => from ?? bare ?? '')
		.map((name) => (name.startsWith('.') ? `./${join(dirname(file), name)}` : name));
}

const importsOf = (files: string[], is: (name: string) => boolean) =>
	files.flatMap((file) =>
		imports(file)
			.filter(is)
			.map((name) => `${file} imports ${name}`),
	);

const isLocal = (name: string) => name.startsWith('./');
const within = (folder: string) => (name: string) => name.startsWith(`./${folder}/`);

describe('imports point one way', () => {
	it('reads the imports of a file, or the checks below could not fail', () => {
		expect(imports('nodes/kit/error.ts')).toEqual([
			'n8n-workflow',
			'n8n-workflow',
			'./nodes/kit/readable',
		]);
		expect(imports('nodes/Flexperto/user/index.ts')).toContain('./nodes/Flexperto/user/create');
		expect(importsOf(kit, within('nodes/kit')).length).toBeGreaterThan(50);
	});

	it('the kit imports nothing of a vendor', () => {
		expect(importsOf(kit, (name) => within('nodes')(name) && !within('nodes/kit')(name))).toEqual(
			[],
		);
	});

	it.each(Object.entries(vendors))('%s imports the kit, itself and %j', (vendor, below) => {
		const allowed = ['kit', vendor, ...below].map((folder) => within(`nodes/${folder}`));
		const other = (name: string) => within('nodes')(name) && !allowed.some((is) => is(name));
		expect(importsOf(code(`nodes/${vendor}`), other)).toEqual([]);
		for (const folder of below) {
			expect(importsOf(code(`nodes/${vendor}`), within(`nodes/${folder}`))).not.toEqual([]);
		}
	});

	it('knows every vendor there is', () => {
		const folders = code('nodes').map((file) => file.split('/')[1]);
		expect([...new Set(folders)].sort()).toEqual([...Object.keys(vendors), 'kit'].sort());
	});

	it('knows every simulated vendor there is', () => {
		const inFolders = code('sandbox').filter((file) => file.split('/').length > 2);
		expect([...new Set(inFolders.map((file) => file.split('/', 2).join('/')))]).toEqual(simulated);
	});

	it('no node or credential imports sandbox, tests, scripts, examples or playground', () => {
		const published = [...code('nodes'), ...code('credentials')];
		const outside = (name: string) => isLocal(name) && !/^\.\/(nodes|credentials)\//.test(name);
		expect(importsOf(published, outside)).toEqual([]);
	});

	it.each(code('credentials'))('%s imports the kit and what its vendor may use', (file) => {
		const own = Object.entries(vendors).filter(([vendor]) => file.includes(`/${vendor}`));
		expect(own).toHaveLength(1);
		const allowed = ['kit', ...own.flat(2)].map((folder) => within(`nodes/${folder}`));
		const other = (name: string) => within('nodes')(name) && !allowed.some((is) => is(name));
		expect(importsOf([file], other)).toEqual([]);
	});

	it('the sandbox knows nothing of the nodes, so that they cannot share a mistake', () => {
		expect(
			importsOf(code('sandbox'), (name) => /^\.\/(nodes|credentials|test)\//.test(name)),
		).toEqual([]);
	});

	it.each(simulated)('the simulated %s knows no other vendor', (folder) => {
		const others = simulated.filter((other) => other !== folder).map(within);
		const isOther = (name: string) => others.some((is) => is(name));
		expect(importsOf(code(folder), isOther)).toEqual([]);
	});

	it('nodes and credentials import only what n8n allows', () => {
		const allowed = new Set(['n8n-workflow', 'luxon', 'node:crypto', 'rrule']);
		const foreign = (name: string) => !isLocal(name) && !allowed.has(name);
		expect(importsOf([...code('nodes'), ...code('credentials')], foreign)).toEqual([]);
	});
});

describe('the kit', () => {
	it.each(kit)('%s mentions no vendor', (file) => {
		expect(source(file)).not.toMatch(/flexperto|iotum|callbridge|vivo|apizee/i);
	});

	it.each(kit)('%s is read in one sitting', (file) => {
		expect(source(file).split('\n').length).toBeLessThanOrEqual(150);
	});
});

describe('two brands with one definition set', () => {
	it.each(code('nodes/Iotum'))('%s knows nothing of the other brand', (file) => {
		expect(`${file}\n${source(file)}`).not.toMatch(/vivo/i);
	});

	it('costs the second brand a subset and some wording', () => {
		const lines = (files: string[]) => files.flatMap((file) => source(file).split('\n')).length;
		const all = code('nodes/VivoMeetings');
		const data = all.filter((file) => !file.endsWith('.node.ts'));
		expect(lines(data)).toBeLessThan(350);
		expect(data.length).toBeLessThan(all.length);
		expect(lines(data)).toBeLessThan(lines(code('nodes/Iotum')) / 8);
	});
});

it('has no casts to silence the compiler, no `any` and no disabled rules in what is published', () => {
	const silenced = [...code('nodes'), ...code('credentials')].filter((file) =>
		/(?<!\bkeyof \w+ )\bas (?!const\b)[A-Za-z{(]|: any\b|<any>|eslint-disable|@ts-(ignore|expect-error|nocheck)/.test(
			source(file)
				.split('\n')
				.filter((line) => !/^\s*(\*|\/\*|\/\/|import|export \{|')/.test(line))
				.join('\n')
				.replaceAll(/'[^']*'|`[^`]*`/g, "''"),
		),
	);
	expect(silenced).toEqual([]);
});
