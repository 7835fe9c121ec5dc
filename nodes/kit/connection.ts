import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { refusal } from './error';
import type { Explanation, FailedAnswer } from './failure';
import type { Paging } from './paging';
import type { SignIn } from './session';

/** Wherever n8n lets a node make requests. */
export type Context =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** What differs between vendors, in one place. */
export interface Vendor {
	/** The name users know, for messages. */
	name: string;
	/** The credential types by the node's `authentication`; the first one where it has no such input. */
	credentialTypes: Record<string, string>;
	/** How to sign in, by credential type, with those that only open a session. */
	sessions?: Record<string, SignIn>;
	/** Origin and fixed path of every request; throws a refusal when the credential cannot give one. */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** The credential's values that must never be seen. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	/** How the vendor's lists are paged. */
	paging: Paging;
	/** The vendor's own reading of a failed answer; nothing when the general one will do. */
	explain?(
		failed: FailedAnswer,
		credentials: ICredentialDataDecryptedObject,
	): Explanation | undefined;
	/** What the user should know about the credential before it fails. */
	warnings?(credentials: ICredentialDataDecryptedObject): string[];
}

/** A vendor together with the credential of the node that talks to it. */
export interface Connection {
	vendor: Vendor;
	context: Context;
	credentialType: string;
	credentials: ICredentialDataDecryptedObject;
	baseUrl: string;
	/** What messages must not show; the token of a session joins them. */
	secrets: string[];
	/** Why the vendor rejected the sign-in, which is not tried again then. */
	rejected?: NodeApiError;
	/** What the user should know about the output of the run. */
	hints: Set<string>;
	/** Ends requests when the user stops the execution. */
	cancelled?: AbortSignal;
}

/** Reads the credential once for all requests of a run. Throws when its address cannot be used. */
export async function connect(context: Context, vendor: Vendor): Promise<Connection> {
	const credentialType = chosenType(context, vendor);
	const credentials = await context.getCredentials(credentialType);
	return {
		vendor,
		context,
		credentialType,
		credentials,
		baseUrl: vendor.baseUrl(credentials),
		secrets: vendor.secrets(credentials),
		hints: new Set(),
		...('getExecutionCancelSignal' in context && {
			cancelled: context.getExecutionCancelSignal(),
		}),
	};
}

/** The credential type that the user chose. `authentication` takes no expressions. */
function chosenType(context: Context, { credentialTypes }: Vendor): string {
	const { authentication } = context.getNode().parameters;
	const [first = ''] = Object.values(credentialTypes);
	return credentialTypes[String(authentication)] ?? first;
}

/** What only an execution offers: the files of items. */
export function executionHelpers({ helpers }: Context): IExecuteFunctions['helpers'] {
	if ('assertBinaryData' in helpers) return helpers;
	throw new TypeError('Files need an execution');
}

/** Whether a credential may travel to this address: https, or this machine. */
export function isConfidential(url: URL): boolean {
	const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

/**
 * The origin a user entered as base URL, without a trailing slash. Refuses what would send the
 * credential elsewhere or unprotected: no https, a user name in it, a path, query or fragment.
 */
export function origin(label: string, entry: unknown): string {
	const example = 'Enter an origin such as https://acme.example.com in the credential';
	if (typeof entry !== 'string' || !URL.canParse(entry)) {
		throw refusal(label, 'is not a web address', example);
	}
	const url = new URL(entry);
	if (url.username !== '' || url.password !== '') {
		throw refusal(label, 'contains a user name or password', example);
	}
	if (!isConfidential(url)) throw refusal(label, 'does not start with https://', example);
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
		throw refusal(label, 'contains more than protocol, host and port', example);
	}
	return url.origin;
}

/** Refuses to sign a request that does not go to the vendor's own address. */
export function assertSameOrigin(baseUrl: string, request: IHttpRequestOptions): void {
	const own = new URL(baseUrl).origin;
	if (new URL(request.url, request.baseURL ?? baseUrl).origin === own) return;
	throw new UserError('The credential is not sent to another address than its own', {
		description: `It belongs to ${own}.`,
	});
}
