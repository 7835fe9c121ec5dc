import { choice } from '../../kit/choice';
import { additionalFields } from '../../kit/collection';
import type { Callable } from '../../kit/definition';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { path, type Path } from '../../kit/path';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { audience, TOPICS } from '../trigger/fields';

/** What the vendor is to report where. */
interface Registration {
	topic: string;
	audience: string;
	url: string;
}

const registerAt = (address: Path): Callable<Registration> => ({
	repeatable: false,
	answers: 'anything',
	request: ({ topic, audience, url }) => post(address, { body: { topic, audience, url } }),
});

const current = registerAt(path`/communication/notifications/notifications/webhook`);

/** An older revision of the vendor's guide has this address. */
const former = registerAt(path`/communication/subscriptions/subscriptions/webhook`);

/** Registers a URL. The vendor documents no way to list or delete what is registered. */
export async function registerWebhook(tools: Tools, registration: Registration): Promise<void> {
	const answer = await tools.callUnless([404], current, registration);
	if (answer === undefined) await tools.call(former, registration);
}

function checkUrl(label: string, value: string): void {
	if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return;
	throw refusal(
		label,
		'is not a web address',
		'Enter one such as https://acme.example.com/archives',
	);
}

export const register = task({
	name: 'Register',
	action: 'Register a webhook',
	description:
		'Have Flexperto report events to a URL of yours. It cannot be taken back through the API; the Flexperto Trigger registers its own URL.',
	docs: 'seed 000, "Registering a web hook", A2',
	fields: {
		topic: choice('Topic', TOPICS, { default: 'archive.available', open: true }),
		url: text('URL', {
			required: true,
			placeholder: 'e.g. https://acme.example.com/archives',
			check: checkUrl,
		}),
		additionalFields: additionalFields({
			audience,
		}),
	},
	async run({ topic, url, additionalFields: { audience = '*' } }, tools) {
		await registerWebhook(tools, { topic, audience, url });
		return [{ json: { success: true, topic, audience, url } }];
	},
});
