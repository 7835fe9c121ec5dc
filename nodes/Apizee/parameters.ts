import type { IDataObject } from 'n8n-workflow';

import { records } from '../kit/block';
import { refusal } from '../kit/error';
import { text } from '../kit/field';

interface Parameter {
	name: string;
	value: string | undefined;
}

function checkName(label: string, name: string): void {
	if (/^[\w.[\]-]+$/.test(name)) return;
	const next = 'Enter it as the vendor writes it: letters, digits and the signs _ . - [ ]';
	throw refusal(label, 'is not the name of a parameter', next);
}

/** What the vendor has, but does not name in what could be read. Source: VENDOR-FACTS.md, `POST /tickets`. */
export const customParameters = records(
	'Custom Parameters',
	{
		name: text('Name', { required: true, placeholder: 'e.g. language', check: checkName }),
		value: text('Value', { placeholder: 'e.g. fr' }),
	},
	{
		entry: 'Parameter',
		description:
			'What the vendor takes beside the fields of this node, by the names in your reference of its API',
	},
);

/**
 * The query of a request that creates or changes something: the inputs by their names, and the custom
 * parameters. Entries that are `undefined` are not sent. Refuses a name that is given twice.
 */
export function parameters(named: IDataObject, custom: Parameter[] = []): IDataObject {
	const query: IDataObject = Object.fromEntries(
		Object.entries(named).filter(([, value]) => value !== undefined),
	);
	for (const { name, value } of custom) {
		if (Object.hasOwn(query, name)) {
			const problem = `contains "${name}", which is there already`;
			throw refusal('Custom Parameters', problem, 'Remove it, or the field it repeats');
		}
		if (value !== undefined) query[name] = value;
	}
	return query;
}

/** Names of what nobody else is to read, in whatever case they are written: `accessCode`, `api_key`. */
const SECRET_NAME = /(code|key|passwd|password|pin|pwd|secret|token)$/i;

/** The values of custom parameters that must never be seen, as far as their names tell. */
export const secretValues = (custom: Parameter[] = []): string[] =>
	custom.flatMap(({ name, value }) =>
		value !== undefined && SECRET_NAME.test(name) ? [value] : [],
	);

/** Sorts a list so that what was made last comes first. Source: seed 003, the samples. */
export const NEWEST = { orderby: 'date', order: 'desc' };

/** The scope with which the vendor adds a link that signs in; none otherwise. Source: seed 003. */
export const scope = (ssoLink: boolean | undefined) => (ssoLink ? 'sso' : undefined);
