import type { Locator, Page } from 'playwright-core';

/** The panel in which nodes are searched for and added. */
export class NodesPanel {
	constructor(private readonly page: Page) {}

	private get panel(): Locator {
		return this.page.getByTestId('node-creator');
	}

	/** Opens the panel for a node that follows others. */
	async open(): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').first().click();
		await this.panel.waitFor();
	}

	/** Searches for nodes; what an earlier search found is gone. */
	async search(text: string): Promise<void> {
		const bar = this.panel.getByTestId('node-creator-search-bar');
		await bar.fill('no node has this name');
		await this.panel.getByTestId('node-creator-item-name').first().waitFor({ state: 'detached' });
		await bar.fill(text);
	}

	/** An entry by its name: a node, or an action or trigger of the node that was chosen. */
	entry(name: string): Locator {
		return this.panel
			.getByTestId('node-creator-item-name')
			.getByText(name, { exact: true })
			.first();
	}

	/** The names of all entries. */
	async entries(): Promise<string[]> {
		return await this.panel.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Unfolds the triggers of the node that was chosen. */
	async showTriggers(): Promise<void> {
		const actions = this.panel.getByTestId('node-creator-category-item').getByText(/^Actions/);
		const triggers = this.panel.getByTestId('node-creator-category-item').getByText(/^Triggers/);
		await triggers.waitFor();
		if (await actions.isVisible()) await actions.click();
		if ((await this.entries()).length === 0) await triggers.click();
		await this.panel.getByTestId('node-creator-item-name').first().waitFor();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.panel.waitFor({ state: 'hidden' });
	}
}
