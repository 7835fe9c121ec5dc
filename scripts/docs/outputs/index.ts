import { apizee } from './apizee';
import { iotum, vivoMeetings } from './enterpriseApi';
import { flexperto } from './flexperto';
import { Stage, type Example } from './stage';

/** The outputs that the docs show, by the page they stand in. */
export const examples: Record<string, Example[]> = {
	'docs/flexperto.md': flexperto,
	'docs/iotum.md': iotum,
	'docs/vivomeetings.md': vivoMeetings,
	'docs/apizee.md': apizee,
};

/** Runs everything against the simulated vendors; gives Markdown for each page. */
export async function playOutputs(): Promise<Record<string, string>> {
	const stage = await Stage.start();
	try {
		const pages: Record<string, string> = {};
		for (const [page, all] of Object.entries(examples)) {
			const shown: string[] = [];
			for (const example of all) shown.push(folded(example, await played(stage, example)));
			pages[page] = shown.join('\n\n');
		}
		return pages;
	} finally {
		await stage.close();
	}
}

const folded = ({ name, about }: Example, output: string): string =>
	`<details>\n<summary><b>${name}</b>${about ? `, ${about}` : ''}</summary>\n\n${output}\n\n</details>`;

/** Runs an example. Throws with its name when it fails. */
async function played(stage: Stage, example: Example): Promise<string> {
	try {
		return await stage.play(example);
	} catch (error) {
		throw new Error(`${example.name}: ${String(error)}`, { cause: error });
	}
}
