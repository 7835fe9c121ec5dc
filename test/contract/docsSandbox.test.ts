import axios from 'axios';
import { faultSchema } from '../../sandbox/faults';
import { startSandbox } from '../../sandbox/server';
import { source } from './nodes';

// docs/sandbox.md is followed to the letter: every call of its examples is made.

const PAGE = 'docs/sandbox.md';
const PRINTED = 'http://127.0.0.1:4010';

const CALL =
	/^curl(?: -X (\w+))? '?(http:[^\s']+)'?(?: -H 'content-type: application\/json' -d '(.+)')?$/;

const calls = source(PAGE)
	.split('\n')
	.filter((line) => line.startsWith('curl'));

it('every example works', async () => {
	const sandbox = await startSandbox();
	try {
		expect(calls.length).toBeGreaterThan(15);
		for (const call of calls) {
			const [, method = 'GET', address = '', data] = CALL.exec(call) ?? [];
			const { status } = await axios.request({
				url: address.replace(PRINTED, sandbox.url),
				method,
				data,
				headers: data === undefined ? {} : { 'content-type': 'application/json' },
				proxy: false,
				validateStatus: null,
			});
			expect([call, Math.floor(status / 100)]).toEqual([call, 2]);
		}
	} finally {
		await sandbox.close();
	}
}, 60_000);

it('tells every kind of fault', () => {
	const told = [...source(PAGE).matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|/gm)].flatMap(
		([, cell = '']) => cell.replaceAll('`', '').split(', '),
	);
	const kinds = faultSchema.oneOf.map(({ properties }) => properties.kind.const);
	expect(told.filter((name) => !kinds.includes(name))).toEqual([]);
	expect(kinds.filter((kind) => !told.includes(kind))).toEqual([]);
});
