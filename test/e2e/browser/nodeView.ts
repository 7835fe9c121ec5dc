import type { Locator, Page } from 'playwright-core';
import { OpenPicker } from './openPicker';

/** What n8n shows of a run: the table, or what went wrong. */
export interface Shown {
	columns: string[];
	rows: string[][];
	error?: { message: string; description: string };
}

/** A node that was opened: its form, its output. */
export class NodeView {
	private constructor(readonly page: Page) {}

	static async opened(page: Page): Promise<NodeView> {
		const view = new NodeView(page);
		await view.form.waitFor();
		return view;
	}

	get form(): Locator {
		return this.page.getByTestId('node-parameters').filter({ visible: true });
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** An input by the name of its parameter. */
	parameter(name: string): Locator {
		return this.form.getByTestId(`parameter-input-${name}`).first();
	}

	/** The labels of the form in their order, those within collections left out. */
	async labels(): Promise<string[]> {
		const labels = await this.form.getByTestId('input-label').allInnerTexts();
		return labels.map((label) => label.split('\n')[0]?.trim() ?? '');
	}

	/** The labels when they are as wanted, or after five seconds as they are. */
	async labelsOnce(asWanted: (labels: string[]) => boolean): Promise<string[]> {
		const until = Date.now() + 5000;
		for (;;) {
			const labels = await this.labels();
			if (asWanted(labels) || Date.now() > until) return labels;
			await this.page.waitForTimeout(50);
		}
	}

	/** The entries of a drop-down, as it opens. */
	async choices(name: string): Promise<Locator> {
		await this.parameter(name).locator('input').first().click();
		const items = this.page.getByTestId('parameter-input-item').filter({ visible: true });
		await items.first().waitFor();
		return items;
	}

	/** Chooses an entry of a drop-down by its label. */
	async choose(name: string, label: string): Promise<void> {
		const items = await this.choices(name);
		const item = items.filter({ has: this.page.getByText(label, { exact: true }) });
		await item.click();
		await items.first().waitFor({ state: 'hidden' });
	}

	/** Types into an input. */
	async fill(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input, textarea').first().fill(text);
	}

	/** Opens the list of a resource locator. */
	async openPicker(name: string): Promise<OpenPicker> {
		await this.form
			.getByTestId(`resource-locator-${name}`)
			.getByTestId('rlc-input')
			.first()
			.click();
		return new OpenPicker(this.page);
	}

	/** What was chosen in a resource locator. */
	async pickedIn(name: string): Promise<string> {
		const locator = this.form.getByTestId(`resource-locator-${name}`).first();
		return await locator.getByTestId('rlc-input').first().inputValue();
	}

	/** What n8n says about an input when its sign is pointed at. */
	async issue(name: string): Promise<string> {
		const itself = this.page.getByTestId(`parameter-input-${name}`);
		const input = this.form.getByTestId('parameter-item').filter({ has: itself });
		await input.getByTestId('parameter-issues').first().hover();
		const tooltip = this.page
			.getByText(/^Parameter ".*/)
			.filter({ visible: true })
			.first();
		return await tooltip.innerText();
	}

	/** Presses "Execute step" and waits until it has run; gives whether it succeeded. */
	async run(): Promise<boolean> {
		const button = this.page.getByTestId('node-execute-button').filter({ visible: true }).first();
		await button.click();
		const failed = this.output.getByTestId('node-error-message');
		await this.output.getByTestId('node-run-status-success').or(failed).first().waitFor();
		// The output is there before n8n has heard that the run is over.
		await button.getByText('Execute step').waitFor();
		return !(await failed.isVisible());
	}

	/** Runs the node and reads the table of its output, or the error. */
	async execute(): Promise<Shown> {
		if (!(await this.run())) {
			const message = await this.output.getByTestId('node-error-message').innerText();
			const description = await this.output.getByTestId('node-error-description').innerText();
			return { columns: [], rows: [], error: { message, description } };
		}
		await this.output.getByTestId('radio-button-table').click();
		const table = this.output.locator('table').first();
		await table.waitFor();
		const columns = await table.locator('th').allInnerTexts();
		const rows = await table.locator('tbody tr').all();
		const cells = rows.map(async (row) => await row.locator('td').allInnerTexts());
		return { columns: columns.filter((column) => column !== ''), rows: await Promise.all(cells) };
	}

	/** Unfolds the webhook URLs; gives the production URL. */
	async productionUrl(): Promise<string> {
		await this.page.getByText('Webhook URLs', { exact: true }).click();
		await this.page.getByText('Production URL', { exact: true }).click();
		return await this.page
			.getByText(/\/webhook\//)
			.first()
			.innerText();
	}

	async close(): Promise<void> {
		const back = this.page.getByTestId('back-to-canvas');
		await this.page.getByTestId('ndv-close-button').or(back).first().click();
		await this.form.waitFor({ state: 'hidden' });
	}
}
