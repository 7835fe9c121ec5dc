// Loads every node and credential of a package as n8n does when it starts, in a process in which n8n's
// own libraries are loaded already, and prints how long that took and how long the descriptions are.
const { Buffer } = require('node:buffer');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, join } = require('node:path');
const { performance } = require('node:perf_hooks');

const [folder, ...only] = process.argv.slice(2);
const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const files = [...n8n.nodes, ...n8n.credentials]
	.filter((file) => only.length === 0 || only.includes(basename(file)))
	.map((file) => join(folder, file));

const load = createRequire(join(folder, 'package.json'));
load('n8n-workflow');
load('luxon');

const started = performance.now();
const loaded = files.map((file) => new (load(file)[basename(file).split('.')[0]])());
const milliseconds = performance.now() - started;

/** Bytes of JSON by the node's name. */
const descriptions = Object.fromEntries(
	loaded
		.filter(({ description }) => description)
		.map(({ description }) => [
			description.displayName,
			Buffer.byteLength(JSON.stringify(description)),
		]),
);
process.stdout.write(JSON.stringify({ milliseconds, count: loaded.length, descriptions }));
