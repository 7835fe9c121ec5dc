import type { INodeParameters } from 'n8n-workflow';

import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

describe('an update', () => {
	const sent = async (updateFields: INodeParameters) => {
		const { run, control } = iotum();
		const inputs = { hostId: 52, updateFields };
		const { json } = await run('host.update', { inputs });
		return { json, requests: received(await control.requests()) };
	};

	it('takes all plans and add-ons away only when that is said', async () => {
		const { json, requests } = await sent({ clearSubscriptions: true });
		expect(requests).toEqual([posted('host/update', { host_id: 52, subscription_ids: [] })]);
		expect(json).toMatchObject([{ plan_slug: null, add_on_slugs: [], subscription_ids: [] }]);
	});

	it('sets exactly the subscriptions that are named', async () => {
		const { json, requests } = await sent({ subscriptionIds: [110] });
		expect(requests).toEqual([posted('host/update', { host_id: 52, subscription_ids: [110] })]);
		expect(json).toMatchObject([{ plan_slug: 'small_plan', add_on_slugs: [] }]);
	});

	it('sends a new picture, e-mail address and codes in the vendor’s types', async () => {
		const { requests } = await sent({
			imageUrl: 'https://example.com/hanna.png',
			email: 'new@company.tld',
			accessCode: '123',
			moderatorPin: 987654321,
			hostInitiatedRecording: false,
		});
		expect(requests).toEqual([
			posted('host/update', {
				host_id: 52,
				image_url: 'https://example.com/hanna.png',
				email: 'new@company.tld',
				access_code: 123,
				moderator_pin: 987654321,
				host_initiated_recording: false,
			}),
		]);
	});
});
