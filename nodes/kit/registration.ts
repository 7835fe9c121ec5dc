import type { IDataObject, IHookFunctions, INodeType } from 'n8n-workflow';

import { connect, type Vendor } from './connection';
import { nodeError } from './error';
import { defaultSettings } from './settings';
import { createTools, type Tools } from './tools';

/** A webhook that is registered by a call, at a vendor that can neither list nor delete any. */
export interface OnceRegistered {
	vendor: Vendor;
	/** What is registered with the URL, from the node's inputs; one registration each. */
	subjects(context: IHookFunctions): IDataObject[];
	/** Whether the user wants the test URL registered as well. */
	wantsTestUrl(context: IHookFunctions): boolean;
	register(tools: Tools, url: string, subject: IDataObject): Promise<void>;
}

/** Test URLs have no lasting memory in n8n; this spares the vendor the same one again and again. */
const registeredForTest = new Map<string, string[]>();

/**
 * The life cycle of such a webhook: it is registered once for each URL and subject, whatever restarts
 * and activations follow, and stays registered when the workflow ends, which n8n's log then tells.
 */
export function registerOnce(
	definition: OnceRegistered,
): NonNullable<INodeType['webhookMethods']>['default'] {
	const { vendor } = definition;
	return {
		async checkExists(this: IHookFunctions) {
			if (isTest(this) && !definition.wantsTestUrl(this)) return true;
			return (await missing(this, definition)).length === 0;
		},
		async create(this: IHookFunctions) {
			try {
				const tools = createTools(await connect(this, vendor), defaultSettings);
				for (const { subject, entry } of await missing(this, definition)) {
					await definition.register(tools, urlOf(this), subject);
					remember(this, entry);
				}
				return true;
			} catch (error) {
				throw nodeError(this.getNode(), error);
			}
		},
		async delete(this: IHookFunctions) {
			for (const entry of known(this)) {
				this.logger.warn(
					`${vendor.name} still reports to this workflow's URL: it offers no way to end that. ` +
						`While the workflow is inactive, n8n turns the reports away. Registered: ${entry}`,
				);
			}
			return true;
		},
	};
}

const isTest = (context: IHookFunctions) => context.getMode() === 'manual';

const urlOf = (context: IHookFunctions) => String(context.getNodeWebhookUrl('default'));

/** The registrations that were not made yet for this vendor address and URL. */
async function missing(context: IHookFunctions, { vendor, subjects }: OnceRegistered) {
	const { baseUrl } = await connect(context, vendor);
	const made = known(context);
	return subjects(context)
		.map((subject) => ({
			subject,
			entry: JSON.stringify({ at: baseUrl, url: urlOf(context), ...subject }),
		}))
		.filter(({ entry }) => !made.includes(entry));
}

function known(context: IHookFunctions): string[] {
	if (isTest(context)) return registeredForTest.get(urlOf(context)) ?? [];
	const { registered } = context.getWorkflowStaticData('node');
	return Array.isArray(registered) ? registered.filter((entry) => typeof entry === 'string') : [];
}

function remember(context: IHookFunctions, entry: string): void {
	const entries = [...known(context), entry];
	if (isTest(context)) registeredForTest.set(urlOf(context), entries);
	else context.getWorkflowStaticData('node').registered = entries;
}
