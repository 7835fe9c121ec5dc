import type { INodeProperties } from 'n8n-workflow';

/** The choice between a node's two kinds of credential: value to label, the default first. */
export const authentication = (kinds: Record<string, string>): INodeProperties => ({
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(kinds).map(([value, name]) => ({ name, value })),
	default: String(Object.keys(kinds)[0]),
});
