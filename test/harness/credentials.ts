import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialsHelper,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { mapTexts, resolveAlone, resolveWith } from './credentialExpressions';
import type { N8n } from './n8n';
import type { Types } from './nodeTypes';

/** Credential values as the user typed them, by credential id, name or type. */
export type CredentialStore = Record<string, ICredentialDataDecryptedObject>;

/** n8n's helper, and the step it takes before a credential is tested: defaults and expressions. */
export type Credentials = ICredentialsHelper & {
	withDefaults(
		additionalData: IWorkflowExecuteAdditionalData,
		data: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		context?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject;
};

/**
 * The counterpart of n8n's own credentials helper, which is not part of n8n-core. It does what that
 * one does between the store and a request: defaults and expressions of the credential's fields,
 * `authenticate` as a function or as data, and `preAuthentication` with its result stored.
 */
export function createCredentials(n8n: N8n, types: Types, store: CredentialStore): Credentials {
	const { ICredentialsHelper: Helper, NodeHelpers } = n8n.workflow;

	const keyOf = ({ id, name }: INodeCredentialsDetails, type: string) => {
		const key = [id, name, type].find((candidate) => candidate && candidate in store);
		if (!key) {
			throw new Error(
				`No credential "${name}" (${type}) in this engine; there are: ${Object.keys(store).join(', ')}`,
			);
		}
		return key;
	};

	class CredentialsHelper extends Helper {
		getParentTypes(name: string): string[] {
			const parents = types.credentialType(name).extends ?? [];
			return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
		}

		isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
			if (!types.credentialType(credentialType).restrictToSupportedNodes) return true;
			const { credentials = [] } = types.getByNameAndVersion(nodeType).description;
			return credentials.some(({ name }) => name === credentialType);
		}

		getCredentialsProperties(type: string): INodeProperties[] {
			const { extends: parents = [], properties } = types.credentialType(type);
			const combined = parents.flatMap((parent) => this.getCredentialsProperties(parent));
			NodeHelpers.mergeNodeProperties(combined, properties);
			return combined;
		}

		async authenticate(
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
			requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
			workflow?: Workflow,
			node?: INode,
		): Promise<IHttpRequestOptions> {
			const { authenticate } = types.credentialType(typeName);
			const request = requestOptions as IHttpRequestOptions;
			if (typeof authenticate === 'function') return await authenticate(credentials, request);
			if (!authenticate || !workflow || !node) return request;
			const resolve = (text: string) => resolveWith(n8n, credentials, text, workflow, node);
			const { auth, headers, qs, body } = mapTexts(authenticate.properties, resolve);
			return Object.assign(request, {
				headers: { ...request.headers, ...headers },
				...(qs && { qs: { ...request.qs, ...qs } }),
				...(body && { body: Object.assign(request.body ?? {}, body) }),
				...(auth && { auth: { ...request.auth, ...auth } }),
			});
		}

		async preAuthentication(
			helpers: IHttpRequestHelper,
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
			node: INode,
			credentialsExpired: boolean,
		): Promise<ICredentialDataDecryptedObject | undefined> {
			const token = types
				.credentialType(typeName)
				.properties.find(({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable);
			if (!token) return undefined;
			const isTest = node.type === 'n8n-nodes-base.noOp' && node.parameters.temp === '';
			if (credentials[token.name] !== '' && !credentialsExpired && !isTest) return undefined;
			const output = await this.runPreAuthentication(helpers, credentials, typeName);
			const details = node.credentials?.[typeName];
			if (output?.[token.name] === undefined || !details) return undefined;
			await this.updateCredentials(details, typeName, {
				...this.stored(details, typeName),
				...output,
			});
			return Object.assign(credentials, output);
		}

		async runPreAuthentication(
			helpers: IHttpRequestHelper,
			credentials: ICredentialDataDecryptedObject,
			typeName: string,
		): Promise<ICredentialDataDecryptedObject | undefined> {
			const type = types.credentialType(typeName);
			return (await type.preAuthentication?.call(helpers, credentials)) as
				| ICredentialDataDecryptedObject
				| undefined;
		}

		async getCredentials(details: INodeCredentialsDetails, type: string) {
			const credentials = new n8n.core.Credentials({ id: details.id, name: details.name }, type);
			await credentials.setData(this.stored(details, type));
			return credentials;
		}

		async getDecrypted(
			additionalData: IWorkflowExecuteAdditionalData,
			details: INodeCredentialsDetails,
			type: string,
			mode: WorkflowExecuteMode,
			executeData?: IExecuteData,
			raw?: boolean,
			context?: ICredentialsExpressionResolveValues,
		): Promise<ICredentialDataDecryptedObject> {
			const data = this.stored(details, type);
			return raw ? data : this.withDefaults(additionalData, data, type, mode, executeData, context);
		}

		/** Fills in the defaults of fields left alone and resolves expressions in the others. */
		withDefaults(
			additionalData: IWorkflowExecuteAdditionalData,
			data: ICredentialDataDecryptedObject,
			type: string,
			mode: WorkflowExecuteMode,
			executeData?: IExecuteData,
			context?: ICredentialsExpressionResolveValues,
		): ICredentialDataDecryptedObject {
			const properties = this.getCredentialsProperties(type);
			const values = data as INodeParameters;
			const filled: INodeParameters = {
				...NodeHelpers.getNodeParameters(properties, values, true, false, null, null),
			};
			for (const kept of ['oauthTokenData', 'allowedHttpRequestDomains', 'allowedDomains']) {
				if (filled[kept] === undefined && kept in values) filled[kept] = values[kept];
			}
			const keys = n8n.core.getAdditionalKeys(additionalData, mode, null, { isCredential: true });
			const resolved = context
				? context.workflow.expression.getParameterValue(
						filled,
						context.runExecutionData,
						context.runIndex,
						context.itemIndex,
						context.node.name,
						context.connectionInputData,
						mode,
						keys,
						executeData,
						false,
						filled,
					)
				: resolveAlone(n8n, types, filled, mode, keys);
			return resolved as ICredentialDataDecryptedObject;
		}

		async updateCredentials(
			details: INodeCredentialsDetails,
			type: string,
			data: ICredentialDataDecryptedObject,
		): Promise<void> {
			store[keyOf(details, type)] = data;
		}

		async updateCredentialsOauthTokenData(
			details: INodeCredentialsDetails,
			type: string,
			data: ICredentialDataDecryptedObject,
		): Promise<void> {
			const { oauthTokenData } = data;
			await this.updateCredentials(details, type, {
				...this.stored(details, type),
				oauthTokenData,
			} as ICredentialDataDecryptedObject);
		}

		private stored(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
			return { ...store[keyOf(details, type)] };
		}
	}
	return new CredentialsHelper();
}
