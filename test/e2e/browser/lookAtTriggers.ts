import { client, see } from '../setup';
import { shows } from './stage';
import { workflowOf } from './workflows';

/** What each webhook trigger tells its user to do about the vendor. */
const notices = {
	flexperto: 'Activating the workflow registers its production URL at Flexperto',
	iotum: 'Please report the events of our company to this endpoint URL',
	vivoMeetings: 'followed by ?secret= and the Webhook Secret of the credential',
	apizee: 'Add this webhook in the vendor’s console',
} as const;

/** Each webhook trigger shows its production URL and what to tell the vendor. */
export function lookAtTriggers(): void {
	shows('each webhook trigger shows its URL and the notice', async (stage) => {
		const { editor, credentials, show } = stage;
		const vendors = ['flexperto', 'iotum', 'vivoMeetings', 'apizee'] as const;
		const looks = vendors.map((vendor) => ({
			...{ name: vendor, type: `${vendor}Trigger` },
			credentials: credentials[vendor],
		}));
		const id = await show(workflowOf('Triggers', looks));
		const { nodes } = await client.workflow(id);
		for (const vendor of vendors) {
			const view = await editor.openNode(vendor);
			const webhookId = nodes.find(({ name }) => name === vendor)?.webhookId;
			expect(await view.productionUrl()).toMatch(`${client.url}/webhook/${webhookId}/`);
			expect(await view.form.innerText()).toContain(notices[vendor]);
			await view.close();
			see('trigger', `${vendor}Trigger`);
		}
	});
}
