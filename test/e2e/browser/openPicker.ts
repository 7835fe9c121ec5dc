import type { Locator, Page } from 'playwright-core';

/** The list of a resource locator, open. */
export class OpenPicker {
	constructor(private readonly page: Page) {}

	private get items(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	/** Waits until the list has this many entries; scrolls down as long as it has fewer. */
	async count(wanted: number): Promise<number> {
		await this.items.first().waitFor();
		for (let attempts = 0; attempts < 100; attempts++) {
			const found = await this.items.count();
			if (found >= wanted) return found;
			await this.items.last().scrollIntoViewIfNeeded();
			await this.page.waitForTimeout(100);
		}
		return await this.items.count();
	}

	/** Types into the search of the list. */
	async search(text: string): Promise<void> {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
	}

	/** Waits until there are entries with this text and no others. */
	async onlyShows(text: string): Promise<void> {
		await this.items.filter({ hasNotText: text }).first().waitFor({ state: 'detached' });
		await this.items.filter({ hasText: text }).first().waitFor();
	}

	/** Chooses the first entry. */
	async choose(): Promise<void> {
		await this.items.first().click();
		await this.items.first().waitFor({ state: 'hidden' });
	}
}
