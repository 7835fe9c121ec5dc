import { nodes } from '../../contract/nodes';
import { shows } from './stage';
import { workflowOf } from './workflows';

/** In the light and in the dark theme every node has the icon that belongs there. */
export function switchThemes(): void {
	shows('every node has an icon for the light and for the dark theme', async (stage) => {
		const { editor, show } = stage;
		const looks = nodes.map(({ node: { description } }) => ({
			name: description.displayName,
			type: description.name,
		}));
		await show(workflowOf('Themes', looks));
		for (const theme of ['dark', 'light'] as const) {
			await editor.theme(theme);
			const ending = theme === 'dark' ? '.dark.svg' : '.svg';
			for (const { name } of looks) {
				const vendor = (name.split(' ')[0] ?? '').toLowerCase();
				const icon = editor.canvasNodes(name).locator(`img[src$="/${vendor}${ending}"]`).first();
				await icon.waitFor();
				const { width = 0 } = (await icon.boundingBox()) ?? {};
				expect(width).toBeGreaterThan(5);
				const source = new URL((await icon.getAttribute('src')) ?? '', editor.page.url());
				const answer = await editor.page.request.get(source.href);
				expect([answer.status(), answer.headers()['content-type']]).toEqual([
					200,
					expect.stringContaining('image/svg+xml'),
				]);
			}
		}
	});
}
