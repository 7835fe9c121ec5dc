import type { INodeCredentials, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import type { Engine } from './engine';
import { packageName } from './nodeTypes';

export interface PickerLookUp {
	/** The node's name, such as `flexperto`. */
	node: string;
	/** The name under `methods.listSearch`. */
	method: string;
	/** The parameters as they stand in the open node; defaults are filled in. */
	parameters?: INodeParameters;
	/** The picker's own parameter path, for look-ups relative to it (`&name`). */
	path?: string;
	/** Default: every credential of the engine that the node accepts. */
	credentials?: INodeCredentials;
	typeVersion?: number;
	/** What the user typed into the search box. */
	filter?: string;
	/** The token the page before ended with. */
	paginationToken?: string;
}

/** Opens a "From List" picker, or fetches its next page, as the editor does. */
export async function runPicker(
	engine: Engine,
	look: PickerLookUp,
): Promise<INodeListSearchResult> {
	const type = `${packageName}.${look.node}`;
	const nodeType = engine.types.getByNameAndVersion(type, look.typeVersion);
	const method = nodeType.methods?.listSearch?.[look.method];
	if (!method) {
		const known = Object.keys(nodeType.methods?.listSearch ?? {});
		throw new Error(`${type} has no picker "${look.method}"; it has: ${known.join(', ')}`);
	}
	const { version } = nodeType.description;
	const workflow = new engine.n8n.workflow.Workflow({
		nodes: [
			{
				id: 'picker',
				name: 'Open node',
				type,
				typeVersion: look.typeVersion ?? (Array.isArray(version) ? Math.max(...version) : version),
				position: [0, 0],
				parameters: structuredClone(look.parameters ?? {}),
				credentials: look.credentials ?? engine.credentialsFor(nodeType),
			},
		],
		connections: {},
		active: false,
		nodeTypes: engine.types,
	});
	const node = workflow.getNode('Open node');
	if (!node) throw new Error('The look-up workflow lost its node');
	const context = new engine.n8n.core.LoadOptionsContext(
		workflow,
		node,
		engine.additionalData({ currentNodeParameters: node.parameters }),
		look.path ?? 'parameters',
	);
	const result = await method.call(context, look.filter, look.paginationToken);
	// The editor sends a token back as text.
	const token: unknown = result.paginationToken;
	return typeof token === 'number' ? { ...result, paginationToken: String(token) } : result;
}
