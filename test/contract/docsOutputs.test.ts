import { partOf } from '../../scripts/docs/marks';
import { playOutputs } from '../../scripts/docs/outputs';
import { source } from './nodes';

/** Each output without what only aligns it. */
const outputs = (markdown: string) =>
	markdown.split('<details>').map((output) => output.replaceAll(/\s+/g, ''));

it('the outputs in the docs are what the nodes hand on; scripts/docs-outputs.ts writes them', async () => {
	for (const [page, markdown] of Object.entries(await playOutputs())) {
		expect(outputs(partOf(source(page), 'outputs'))).toEqual(outputs(markdown));
	}
}, 120_000);
