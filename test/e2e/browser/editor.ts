import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openPage, type Session } from './chromium';
import { CredentialDialog } from './credentialDialog';
import { NodesPanel } from './nodesPanel';
import { NodeView } from './nodeView';

/** How long n8n may take to load in a new browser, in milliseconds. */
const LOADING = 90_000;

/** The editor of an n8n in a browser, as its user sees it. */
export class Editor {
	readonly nodesPanel: NodesPanel;

	private constructor(
		readonly page: Page,
		/** Errors in the console and messages that popped up since the last look. */
		private readonly problems: string[],
	) {
		this.nodesPanel = new NodesPanel(page);
	}

	/** Opens the browser and n8n's first page in it. */
	static async open(session: Session): Promise<Editor> {
		const problems: string[] = [];
		const page = await openPage(session, (problem) => problems.push(problem));
		const editor = new Editor(page, problems);
		await editor.load(session.url);
		return editor;
	}

	private async load(url: string): Promise<void> {
		await this.page.goto(`${url}/home/credentials`, { timeout: LOADING });
		await this.page.getByTestId('project-tabs').waitFor({ timeout: LOADING });
		// A link that is followed before n8n is done with its first page may lead nowhere.
		await this.page.waitForLoadState('networkidle');
		this.newProblems();
	}

	/** What went wrong since the last look. */
	newProblems(): string[] {
		return this.problems.splice(0);
	}

	/** Follows a link within the editor, so that it is not loaded anew. */
	private async go(path: string): Promise<void> {
		await this.page.evaluate(
			`history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }));`,
		);
	}

	/** Leaves what is open, and does not save it when n8n asks. */
	private async goHome(): Promise<void> {
		await this.go('/home/credentials');
		const leave = this.page.locator('.el-message-box').getByText('Leave without saving');
		const home = this.page.getByTestId('project-tabs');
		await home.or(leave).first().waitFor();
		if (await leave.isVisible()) await leave.click();
		await home.waitFor();
	}

	/** Loads everything anew, so that nothing of a test that failed is in the way of the next. */
	async reload(): Promise<void> {
		await this.load(new URL(this.page.url()).origin);
	}

	/** Shows a workflow on the canvas, all of it. */
	async showWorkflow(id: string): Promise<void> {
		await this.goHome();
		await this.go(`/workflow/${id}`);
		await this.canvasNodes().first().waitFor({ timeout: LOADING });
		await this.fit();
	}

	/** Makes all of the workflow visible. */
	async fit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
	}

	canvasNodes(name?: string): Locator {
		const nodes = this.page.getByTestId('canvas-node');
		return name === undefined ? nodes : this.page.locator(`[data-node-name="${name}"]`).and(nodes);
	}

	/** Opens a node of the workflow that is shown. */
	async openNode(name: string): Promise<NodeView> {
		await this.canvasNodes(name).dblclick();
		return await NodeView.opened(this.page);
	}

	/** A node that n8n opened by itself, as it does when one is added. */
	async openedNode(): Promise<NodeView> {
		return await NodeView.opened(this.page);
	}

	/** Opens the dialog for a new credential of a type, by the name that users see. */
	async newCredential(type: string): Promise<CredentialDialog> {
		await this.goHome();
		await this.go('/home/credentials/create');
		return await CredentialDialog.create(this.page, type);
	}

	/** Has the user's system switch to a theme, which the editor follows. */
	async theme(colorScheme: 'light' | 'dark'): Promise<void> {
		await this.page.emulateMedia({ colorScheme });
	}

	/** Keeps what is to be seen, as a picture and as text; gives the path of the picture. */
	async keep(folder: string, name: string): Promise<string> {
		mkdirSync(folder, { recursive: true });
		const file = join(folder, name.replace(/\W+/g, '-').toLowerCase());
		await this.page.screenshot({ path: `${file}.png` });
		writeFileSync(`${file}.txt`, await this.page.locator('body').innerText());
		return `${file}.png`;
	}

	async close(): Promise<void> {
		await this.page.context().browser()?.close();
	}
}
