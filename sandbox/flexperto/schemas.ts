/** JSON schemas shared by the endpoints. Unknown fields and parameters are refused everywhere. */

type Schema = Record<string, unknown>;

export function object(properties: Record<string, Schema>, required: string[] = []): Schema {
	return { type: 'object', additionalProperties: false, properties, required };
}

export const text: Schema = { type: 'string', minLength: 1 };
export const email: Schema = { type: 'string', format: 'email' };

/** Seed 000: `2020-08-27T11:00:00.000Z`. A moment without its zone is refused. */
export const moment: Schema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})$',
};

export const noParameters: Schema = object({});

const digits: Schema = { type: 'string', pattern: '^[0-9]{1,9}$' };

export interface PagingQuery {
	limit?: string;
	offset?: string;
}

export const paging = { limit: digits, offset: digits };

/** Seed 000, Expert Provisioning: the vendor's own spelling. */
export interface MailQuery {
	supressMails?: 'true' | 'false';
}

export const mailParameters: Schema = object({
	supressMails: { type: 'string', enum: ['true', 'false'] },
});

export interface Page<Item> {
	items: Item[];
	count: number;
	limit: number;
	offset: number;
	total: number;
}

const LARGEST_PAGE = 100;

/**
 * One page of a list. Own choice: a limit above 100 is lowered to 100 and the answer says so; 0 is
 * raised to 1.
 */
export function page<Item>(items: Item[], query: PagingQuery, defaultLimit: number): Page<Item> {
	const limit = Math.min(Math.max(Number(query.limit ?? defaultLimit), 1), LARGEST_PAGE);
	const offset = Number(query.offset ?? 0);
	const shown = items.slice(offset, offset + limit);
	return { items: shown, count: shown.length, limit, offset, total: items.length };
}
