import type { INodeParameters } from 'n8n-workflow';
import type { SandboxControl } from '../../../sandbox/control';
import { byId } from './workflows';

/** A picker of a node: where it is, and what it should show. */
export interface Picker {
	node: string;
	method: string;
	/** The input it belongs to. */
	input: string;
	/** What has been filled in before. */
	parameters?: INodeParameters;
	/** Makes the records that are listed; gives a text that few of them have. */
	fill(control: SandboxControl): Promise<string>;
	/** How many entries there are, when all pages have been taken. */
	entries: number;
}

/** So many records that no list shows all of them at once. */
export const MANY = 120;

/** The parameters of an operation. */
export const of = (name: string) => {
	const [resource = '', operation = ''] = name.split('.');
	return { resource, operation };
};
/** A host of the Acme company. */
export const host = byId(52);
/** A list in which nothing has been chosen. */
export const empty = { __rl: true, mode: 'list', value: '' };
