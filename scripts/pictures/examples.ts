import { exampleNames } from '../demoPlayground';
import { shot, showExample, type Picture } from './studio';

/** Blank space around a workflow, in pixels. */
const MARGIN = 12;

/** Shows or hides what floats over the canvas and is no part of the workflow. */
const floating = (visibility: 'hidden' | 'visible') => `{
	const floating = '[class*="executionButtons"], [data-test-id="execute-workflow-button"], .vue-flow__panel';
	for (const element of document.querySelectorAll(floating)) element.style.visibility = '${visibility}';
}`;

/** Where the nodes, notes and connections of the workflow are in the window. */
const EXTENT = `(() => {
	const parts = [...document.querySelectorAll('.vue-flow__node, .vue-flow__node *, .vue-flow__edge')];
	const boxes = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0);
	const left = Math.min(...boxes.map((box) => box.left));
	const top = Math.min(...boxes.map((box) => box.top));
	const right = Math.max(...boxes.map((box) => box.right));
	const bottom = Math.max(...boxes.map((box) => box.bottom));
	return { x: left, y: top, width: right - left, height: bottom - top };
})()`;

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** An example workflow, all of it and nothing else. */
const picture =
	(name: string): Picture =>
	async (studio) => {
		const { editor } = studio;
		await showExample(studio, name);
		await editor.page.evaluate(floating('hidden'));
		const { x, y, width, height } = await editor.page.evaluate<Box>(EXTENT);
		const taken = await shot(editor, {
			x: x - MARGIN,
			y: y - MARGIN,
			width: width + 2 * MARGIN,
			height: height + 2 * MARGIN,
		});
		await editor.page.evaluate(floating('visible'));
		return taken;
	};

/** Every example workflow by the name of its picture. */
export const examples: Record<string, Picture> = Object.fromEntries(
	exampleNames().map((name) => [`example-${name}`, picture(name)]),
);
