import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { nodes, root, source } from './nodes';

// The kit puts descriptions together from tables, which hides their wording from n8n's lint rules. So
// each node's source is printed with what the kit made of it, and n8n's own scanner looks at that.

interface Scan {
	files: number;
	findings: Array<{ ruleId: string; message: string; text: string }>;
}

/** A value as a literal of TypeScript: what the rules read has identifiers as keys. */
function printed(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(printed).join(',\n')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value)
		.filter(([, entry]) => entry !== undefined)
		.map(([key, entry]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${printed(entry)}`);
	return `{\n${entries.join(',\n')}\n}`;
}

/** The source of a node with its properties written out. */
function withPrinted(file: string, properties: INodeProperties[]): string {
	const [whole] = /\bproperties: [^]*?,(?=\n\t\};)/.exec(source(file)) ?? [];
	if (whole === undefined) throw new Error(`${file} has no properties`);
	return source(file).replace(whole, () => `properties: ${printed(properties)},`);
}

function scan(sources: Record<string, string>): Scan {
	const folder = mkdtempSync(join(tmpdir(), 'printed-'));
	try {
		cpSync(join(root, 'package.json'), join(folder, 'package.json'));
		for (const part of ['credentials', 'icons']) {
			cpSync(join(root, part), join(folder, part), { recursive: true });
		}
		for (const [file, content] of Object.entries(sources)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), content);
		}
		const script = join(__dirname, 'scan.mjs');
		// The rules take every file for a trigger when they believe that they are tested themselves.
		const env = { ...process.env, NODE_ENV: 'production' };
		return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8', env }));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const printedNodes = nodes.map(({ file, node }) => ({
	file,
	properties: node.description.properties,
	content: withPrinted(file, node.description.properties),
}));

it("passes n8n's scanner with every description written out", () => {
	for (const { content, properties } of printedNodes) {
		for (const { name } of properties)
			expect(content).toMatch(new RegExp(`\\bname: ["']${name}["']`));
	}
	const sources = Object.fromEntries(printedNodes.map(({ file, content }) => [file, content]));
	expect(scan(sources)).toEqual({ files: nodes.length, findings: [] });
});

it('finds wording that breaks a rule, so the check above can fail', () => {
	const [{ file, properties } = { file: '', properties: [] }] = printedNodes;
	const wrong: INodeProperties = {
		displayName: 'Include deleted',
		name: 'includeDeleted',
		type: 'boolean',
		default: false,
		description: 'Include what was deleted.',
	};
	const { findings } = scan({ [file]: withPrinted(file, [...properties, wrong]) });
	expect(findings.map(({ ruleId }) => ruleId)).toEqual(
		expect.arrayContaining([
			'n8n-nodes-base/node-param-description-boolean-without-whether',
			'n8n-nodes-base/node-param-display-name-miscased',
		]),
	);
});
