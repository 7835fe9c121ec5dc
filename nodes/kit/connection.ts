import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';

import type { Explanation, FailedAnswer } from './failure';
import { fingerprint } from './fingerprint';
import type { Paging } from './paging';
import type { Quota } from './quota';
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
	/** How requests are signed, by credential type; those of OAuth2 are signed by n8n. */
	signIns?: Record<string, SignIn>;
	/** Origin and fixed path of every request; throws a refusal when the credential cannot give one. */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** The credential's values that must never be seen. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	/** How the vendor's lists are paged. */
	paging: Paging;
	/** Who is signed in, where the credential names somebody and users see different things. */
	user?(credentials: ICredentialDataDecryptedObject): string | undefined;
	/** How many requests the vendor takes; as many as one likes when missing. */
	quota?(credentials: ICredentialDataDecryptedObject): Quota;
	/** Whether files on the vendor's own host are only given to those who are signed in. */
	guardsFiles?: true;
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
	/** Protocol, host and port of `baseUrl`. */
	origin: string;
	/** What tells the credential from others, without telling what it holds. */
	account: string;
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
	const baseUrl = vendor.baseUrl(credentials);
	return {
		vendor,
		context,
		credentialType,
		credentials,
		baseUrl,
		origin: new URL(baseUrl).origin,
		account: fingerprint(baseUrl, credentials),
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
