import { vendors } from '../contract/scenarios/stages';
import { inInstalledN8n, n8n, see } from './setup';

// What the contract tests play on the engine is played here in n8n itself: every operation with its
// required inputs and with all it has, every trigger, every credential and its test.

describe.each(Object.entries(vendors))(`%s in n8n ${n8n.major}`, (vendor, { names, use }) => {
	const stage = use(inInstalledN8n);

	it.each(names)('%s', async (name) => {
		await stage().play(name);
		if (name.includes('.')) see('run', vendor);
		else if (/Trigger$/.test(name)) see('trigger', name);
		else see(/^search/.test(name) ? 'picker' : 'test', name);
	});
});
