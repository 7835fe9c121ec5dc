import type { IDataObject } from 'n8n-workflow';

import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { locator } from '../../nodes/kit/locator';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { picker } from '../../nodes/kit/picker';
import { post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';
import { entriesOf } from './sampleServer';

// A node with lists to pick from, and a vendor that has so many things to show.

const listed = {
	repeatable: true,
	id: 'thing_id',
	request: (body: IDataObject) => post(path`/things`, { body }),
};
const label = ({ name }: IDataObject) => String(name);
const values = (current: (name: string) => string | undefined) => ({ owner: current('owner') });

const things = picker({ method: 'searchThings', listed, values, label });
/** A list whose records have no ID; it is asked for, one by one. */
const nameless = picker({
	method: 'searchNameless',
	listed,
	values,
	label,
	async identify({ name }, tools) {
		const { id } = await tools.call(
			{ repeatable: true, request: () => post(path`/identity`, { body: { name } }) },
			undefined,
		);
		return id === undefined ? undefined : String(id);
	},
});
const get = operation({
	name: 'Get',
	action: 'Get',
	description: 'Get',
	docs: 'none',
	fields: { owner: text('Owner'), thingId: locator('Thing', things, { required: true }) },
	repeatable: true,
	request: () => post(path`/thing`),
});

/** A vendor that opens sessions; the token travels in the body. */
const vendor: Partial<Vendor> = {
	signIns: {
		sampleApi: {
			opening: {
				request: () => post(path`/sign-in`),
				token: () => 'token-of-the-session',
			},
			sign: (options, token) => ({ ...options, body: { ...Object(options.body), token } }),
		},
	},
};
const table = { thing: { name: 'Thing', operations: { get } } };
/** The operation that the open node is set to. */
export const OPEN = { resource: 'thing', operation: 'get' };

const thing = (number: number) => ({ thing_id: number, name: `Thing ${number}` });
/** So many numbers, from 1. */
export const upTo = (count: number, from = 1) =>
	Array.from({ length: count }, (_none, index) => from + index);

export const texts = (numbers: number[]) => numbers.map(String);

/** The node in n8n's engine, and what a test does with its lists. */
export function usePickers() {
	const sample = useSample(table, { vendor, pickers: [things, nameless] });

	/** Serves so many things: in one array, or in pages of `size`; every `hidden`th has no identity. */
	function serve(count: number, { size, hidden }: { size?: number; hidden?: number } = {}) {
		const { server } = sample();
		server.answers((request) => {
			const { page, name } = entriesOf(request);
			if (request.path === '/sign-in') return {};
			if (request.path === '/identity') {
				const number = Number(String(name).split(' ')[1]);
				return { body: hidden && number % hidden === 0 ? {} : { id: number } };
			}
			const all = upTo(count).map(thing);
			if (!size) return { body: all };
			const first = Number(page ?? 0);
			const next = first + size < count ? first + size : null;
			return { body: { things: all.slice(first, first + size), next_page: next } };
		});
	}

	const asked = (at: string) =>
		sample()
			.server.received()
			.filter((request) => request.path === at)
			.map(entriesOf);

	/** Opens a list and goes through it to its end; gives the values of each page. */
	async function scroll(method: string, filter?: string) {
		const pages: string[][] = [];
		let paginationToken: string | undefined;
		do {
			const look = { method, filter, parameters: { ...OPEN, owner: 'me' } };
			const { results, paginationToken: next } = await sample().look({ ...look, paginationToken });
			pages.push(results.map(({ value }) => String(value)));
			paginationToken = next === undefined ? undefined : String(next);
			expect(paginationToken ?? '').not.toContain('token-of-the-session');
		} while (paginationToken !== undefined && pages.length < 30);
		return pages;
	}

	return {
		serve,
		asked,
		scroll,
		look: async (method: string, filter?: string) => await sample().look({ method, filter }),
	};
}
