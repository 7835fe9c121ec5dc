import type { Locator, Page } from 'playwright-core';

/** The dialog in which a credential is filled in. */
export class CredentialDialog {
	private constructor(private readonly page: Page) {}

	/** Chooses the type of a new credential. */
	static async create(page: Page, type: string): Promise<CredentialDialog> {
		const select = page.getByTestId('new-credential-type-select').locator('input').first();
		await select.click();
		await select.fill(type);
		await page
			.locator('.el-select-dropdown__item')
			.filter({ visible: true })
			.filter({ has: page.getByText(type, { exact: true }) })
			.click();
		await page.getByTestId('new-credential-type-button').click();
		const dialog = new CredentialDialog(page);
		await dialog.dialog.waitFor();
		return dialog;
	}

	get dialog(): Locator {
		return this.page.getByTestId('editCredential-modal');
	}

	private input(name: string): Locator {
		return this.dialog.getByTestId(`parameter-input-${name}`).first();
	}

	/** Fills in texts, by the names of the fields. */
	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.input(name).locator('input, textarea').first().fill(value);
		}
	}

	/** Chooses an entry of a drop-down by its label. */
	async choose(name: string, label: string): Promise<void> {
		await this.input(name).locator('input').first().click();
		const items = this.page.getByTestId('parameter-input-item').filter({ visible: true });
		await items.filter({ has: this.page.getByText(label, { exact: true }) }).click();
		await items.first().waitFor({ state: 'hidden' });
	}

	/** Saves, which tests the connection; gives what the dialog then says, all of it when it failed. */
	async save(): Promise<string> {
		const tested = this.page.waitForResponse(/\/rest\/credentials\/test$/);
		await this.dialog.getByTestId('credential-save-button').click();
		const { data } = await (await tested).json();
		if (data.status === 'OK') {
			const good = this.dialog.getByText('Connection tested successfully');
			await good.waitFor();
			return (await good.innerText()).trim();
		}
		await this.dialog.getByText('Couldn’t connect with these settings').waitFor();
		await this.dialog.getByText('More details').click();
		return await this.dialog.innerText();
	}

	/** Connects an account by OAuth2: the user agrees on the vendor's page. */
	async connect(agree: (popup: Page) => Promise<void>): Promise<void> {
		const opened = this.page.context().waitForEvent('page');
		await this.dialog
			.getByRole('button', { name: /^Connect/ })
			.first()
			.click();
		const popup = await opened;
		await agree(popup);
		await this.dialog.getByText('Account connected').first().waitFor();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.dialog.waitFor({ state: 'hidden' });
	}
}
