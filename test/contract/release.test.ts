import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import packageJson from '../../package.json';
import { root, source } from './nodes';

// How a version comes to the npm registry, and who may do what on the way.

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	permissions?: Record<string, string>;
	needs?: string;
	'timeout-minutes'?: number;
	steps: Step[];
}

interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

const WORKFLOWS = '.github/workflows';
const read = (file: string): Workflow => parse(source(join(WORKFLOWS, file)));
const files = readdirSync(join(root, WORKFLOWS));
const publishing = 'publish.yml';

const commands = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);

describe.each(files)('%s', (file) => {
	const workflow = read(file);
	const jobs = Object.entries(workflow.jobs);
	const steps = jobs.flatMap(([, job]) => job.steps);

	it('may read the sources and nothing else, but for the job that publishes', () => {
		expect(workflow.permissions).toEqual({ contents: 'read' });
		const more = jobs.filter(([, { permissions }]) => permissions);
		expect(more.map(([name, { permissions }]) => [name, permissions])).toEqual(
			file === publishing ? [['publish', { contents: 'read', 'id-token': 'write' }]] : [],
		);
	});

	it('uses actions by their commit, with the tag beside it, and leaves no token behind', () => {
		const used = steps.flatMap(({ uses }) => uses ?? []);
		expect(used.length).toBeGreaterThan(0);
		for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
		const lines = source(join(WORKFLOWS, file)).split('\n');
		for (const line of lines.filter((one) => /\buses:/.test(one))) {
			expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
		const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts).not.toEqual([]);
		for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
	});

	it('knows no secret, and runs nothing that strangers could write', () => {
		const text = source(join(WORKFLOWS, file));
		expect(text).not.toMatch(
			/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN|pull_request_target|workflow_run/,
		);
		// An expression in a command would be put in as text, whatever it holds.
		for (const command of jobs.flatMap(([, job]) => commands(job))) {
			expect(command).not.toContain('${{');
		}
	});
});

describe('publishing', () => {
	const { on, jobs } = read(publishing);
	const { check, publish } = jobs;

	it('is started by the tag of a version alone', () => {
		expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
	});

	it('comes after all checks, of the version that the tag and the changelog name', () => {
		expect(publish?.needs).toBe('check');
		const checks = commands(check ?? { steps: [] }).join('\n');
		expect(checks).toContain('test "v$version" = "$GITHUB_REF_NAME"');
		expect(checks).toMatch(/grep .*CHANGELOG\.md/);
		expect(checks).toContain('npm run check');
	});

	it('takes what the lock file says, builds it, and shows where it comes from', () => {
		expect(commands(publish ?? { steps: [] })).toEqual([
			'npm ci',
			'npm run build',
			'npm publish --provenance --access public',
		]);
		const node = publish?.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
		expect(node?.with).toMatchObject({ 'package-manager-cache': false });
		expect(node?.with).not.toHaveProperty('cache');
		expect(source('.npmrc')).toContain('ignore-scripts=true');
	});
});

it('has a changelog that names the version, with a date or as not yet released', () => {
	const heading = `^## \\[?${packageJson.version}\\]? - (Unreleased|\\d{4}-\\d\\d-\\d\\d)$`;
	expect(source('CHANGELOG.md')).toMatch(new RegExp(heading, 'm'));
});

it('says how to report a weakness, which versions get fixes, and what is promised', () => {
	const page = source('SECURITY.md');
	for (const title of ['Report a weakness', 'Versions', 'What the package promises']) {
		expect(page).toContain(`## ${title}\n`);
	}
	expect(page).toContain('What it does not promise');
});

describe('the forms for issues', () => {
	const folder = '.github/ISSUE_TEMPLATE';
	const forms = ['bug.yml', 'feature.yml'];

	it('send weaknesses to where they are not public', () => {
		expect(parse(source(`${folder}/config.yml`))).toMatchObject({
			blank_issues_enabled: false,
			contact_links: expect.arrayContaining([
				expect.objectContaining({ url: expect.stringMatching(/\/security\/advisories\/new$/) }),
			]),
		});
	});

	it.each(forms)('%s asks for what is needed, and for no secret', (file) => {
		const form = parse(source(`${folder}/${file}`));
		expect(form).toMatchObject({
			name: expect.stringMatching(/.+/),
			description: expect.stringMatching(/.+/),
			body: expect.arrayContaining([expect.objectContaining({ validations: { required: true } })]),
		});
	});

	it('name every node', () => {
		const [, node] = parse(source(`${folder}/bug.yml`)).body;
		const names = packageJson.n8n.nodes.map((path) =>
			path.replace(/.*\/|\.node\.js$/g, '').replace(/(Polling)?Trigger$/, ' $1 Trigger'),
		);
		expect([...node.attributes.options].sort()).toEqual(
			names.map((name) => name.replace(/ +/g, ' ')).sort(),
		);
	});
});

it.each(['CODE_OF_CONDUCT.md', '.github/PULL_REQUEST_TEMPLATE.md', 'docs/versioning.md'])(
	'%s is there',
	(file) => {
		expect(existsSync(join(root, file))).toBe(true);
	},
);
