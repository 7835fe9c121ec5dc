import type {
	ICredentialType,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
	KnownNodesAndCredentials,
} from 'n8n-workflow';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { N8n } from './n8n';
import { ManualTrigger, NoOp, ToolCaller } from './standInNodes';

export type NodeClass = new () => INodeType | IVersionedNodeType;
export type CredentialClass = new () => ICredentialType;

export const packageName = 'n8n-nodes-conferencing';
const builtIn = 'n8n-nodes-base';

/** Every node and credential type the engine knows, by the names workflows use. */
export class Types implements INodeTypes {
	private readonly nodes = new Map<string, INodeType | IVersionedNodeType>();
	private readonly tools = new Map<string, INodeType>();
	private readonly credentials = new Map<string, ICredentialType>();

	constructor(
		private readonly n8n: N8n,
		nodeTypes: NodeClass[],
		credentialTypes: CredentialClass[],
		private readonly loaders: PackageDirectoryLoader[],
	) {
		for (const StandIn of [ManualTrigger, NoOp, ToolCaller]) this.addNode(builtIn, new StandIn());
		for (const NodeType of nodeTypes) this.addNode(packageName, new NodeType());
		for (const Credential of credentialTypes) this.addCredential(new Credential());
	}

	getByName(name: string): INodeType | IVersionedNodeType {
		const type = this.find(name);
		if (type) return type;
		const given = [...this.nodes.keys()].filter((key) => key.startsWith(packageName));
		const packages = this.loaders.map((loader) => loader.packageName);
		throw new Error(
			`No node type "${name}" in this engine. Give it in nodeTypes (there are: ${given.join(', ')}) or in packages (there are: ${packages.join(', ')}).`,
		);
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		if (name.endsWith('Tool') && !this.find(name)) return this.tool(name, version);
		return this.n8n.workflow.NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes(): KnownNodesAndCredentials['nodes'] {
		const known: KnownNodesAndCredentials['nodes'] = {};
		for (const name of this.nodes.keys()) known[name] = { className: name, sourcePath: '' };
		for (const loader of this.loaders) {
			for (const [name, type] of Object.entries(loader.known.nodes)) {
				known[`${loader.packageName}.${name}`] = type;
			}
		}
		return known;
	}

	credentialType(name: string): ICredentialType {
		const loader = this.loaders.find(({ known }) => name in known.credentials);
		const type = this.credentials.get(name) ?? loader?.getCredential(name).type;
		if (!type) {
			const given = [...this.credentials.keys()].join(', ');
			throw new Error(
				`No credential type "${name}" in this engine. Give it in credentialTypes (there are: ${given}) or in packages.`,
			);
		}
		if (!this.credentials.has(name)) this.addCredential(type);
		return type;
	}

	/** A package's node goes before a stand-in of the same name. */
	private find(name: string): INodeType | IVersionedNodeType | undefined {
		const dot = name.lastIndexOf('.');
		const [from, own] = [name.slice(0, dot), name.slice(dot + 1)];
		const loader = this.loaders.find((one) => one.packageName === from && own in one.known.nodes);
		return loader?.getNode(own).type ?? this.nodes.get(name);
	}

	private addNode(from: string, type: INodeType | IVersionedNodeType): void {
		this.nodes.set(`${from}.${type.description.name}`, type);
	}

	/** n8n gives every credential its fields that limit the hosts it may be sent to. */
	private addCredential(type: ICredentialType): void {
		type.properties = this.n8n.workflow.injectDomainRestrictionFields(type);
		this.credentials.set(type.name, type);
	}

	/** n8n derives `<name>Tool` from a node that says `usableAsTool`: no inputs, one tool output. */
	private tool(name: string, version?: number): INodeType {
		const key = `${name}@${version ?? 'default'}`;
		const known = this.tools.get(key);
		if (known) return known;
		const node = this.getByNameAndVersion(name.slice(0, -'Tool'.length), version);
		if (!node.description.usableAsTool)
			throw new Error(`"${name}": the node is not usable as a tool`);
		const tool: INodeType = Object.create(node, {
			description: {
				value: {
					...node.description,
					name: `${node.description.name}Tool`,
					displayName: `${node.description.displayName} Tool`,
					inputs: [],
					outputs: [this.n8n.workflow.NodeConnectionTypes.AiTool],
					usableAsTool: undefined,
					properties: [
						{
							displayName: 'Description',
							name: 'toolDescription',
							type: 'string',
							default: node.description.description,
						},
						...node.description.properties,
					],
				},
			},
		});
		this.tools.set(key, tool);
		return tool;
	}
}
