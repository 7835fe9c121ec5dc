import type { IDataObject } from 'n8n-workflow';

import { text } from '../../nodes/kit/field';
import { locator } from '../../nodes/kit/locator';
import { operation } from '../../nodes/kit/operation';
import { cursorPaging } from '../../nodes/kit/paging';
import { path } from '../../nodes/kit/path';
import { picker } from '../../nodes/kit/picker';
import { get, post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';
import { entriesOf } from './sampleServer';

// Lists to pick from of a vendor that searches by itself, and whose lists need something asked before.

const whoAmI = { repeatable: true, request: () => get(path`/me`) };
const listed = {
	repeatable: true,
	request: (body: IDataObject) => post(path`/things`, { body }),
};
const label = ({ name }: IDataObject) => String(name);

/** The vendor searches; the login stands for a record in the node. */
const people = picker({
	method: 'searchPeople',
	listed,
	values: (_current, _tools, search) => ({ search }),
	isSearched: true,
	label,
	value: ({ login }) => `login:${String(login)}`,
});
/** A list of the enterprise, which is asked for. */
const rooms = picker({
	method: 'searchRooms',
	listed,
	async values(current, tools) {
		const { enterprise } = await tools.call(whoAmI, undefined);
		return { enterprise, owner: current('owner') };
	},
	label,
});
const show = operation({
	name: 'Show',
	action: 'Show',
	description: 'Show',
	docs: 'none',
	fields: {
		owner: text('Owner'),
		personId: locator('Person', people, {}),
		roomId: locator('Room', rooms, {}),
	},
	repeatable: true,
	request: () => get(path`/thing`),
});
const sample = useSample(
	{ thing: { name: 'Thing', operations: { show } } },
	{ vendor: { paging: { ...cursorPaging, mostPages: 2 } }, pickers: [people, rooms] },
);

const asked = (at: string) =>
	sample()
		.server.received()
		.filter((request) => request.path === at)
		.map(entriesOf);

/** Serves so many things in pages of ten. */
const servePages = (count: number) =>
	sample().server.answers((request) => {
		if (request.path === '/me') return { body: { enterprise: 7 } };
		const first = Number(entriesOf(request).page ?? 0);
		const size = Math.max(0, Math.min(10, count - first));
		const things = Array.from({ length: size }, (_none, index) => ({
			id: first + index + 1,
			name: `Thing ${first + index + 1}`,
		}));
		const next = first + 10 < count ? first + 10 : null;
		return { body: { things, next_page: next } };
	});

it('shows all that the vendor found, whatever its name, and asks for what was typed', async () => {
	const { look, server } = sample();
	server.answers(() => ({ body: [{ id: 1, login: 'ann', name: 'Ann Agent' }] }));
	const { results } = await look({ method: 'searchPeople', filter: 'insurance' });
	expect(results).toEqual([{ name: 'Ann Agent', value: 'login:ann' }]);
	expect(asked('/things')).toEqual([{ search: 'insurance' }]);
});

it('what stands for a record in the node is what the list says', async () => {
	const { look, server } = sample();
	server.answers(() => ({
		body: ['ann', 'ben'].map((login, index) => ({ id: index, login, name: login.toUpperCase() })),
	}));
	const { results } = await look({ method: 'searchPeople' });
	expect(results).toEqual([
		{ name: 'ANN', value: 'login:ann' },
		{ name: 'BEN', value: 'login:ben' },
	]);
	expect(asked('/things')).toEqual([{ search: '' }]);
});

it('asks first for what the list needs, and takes what was entered in the node', async () => {
	servePages(2);
	const { results } = await sample().look({
		method: 'searchRooms',
		parameters: { resource: 'thing', operation: 'show', owner: 'me' },
	});
	expect(results).toEqual([
		{ name: 'Thing 1', value: '1' },
		{ name: 'Thing 2', value: '2' },
	]);
	expect(asked('/things')).toEqual([{ enterprise: 7, owner: 'me' }]);
});

it('says what is wrong when that cannot be told', async () => {
	const { look, server } = sample();
	server.answers(() => ({ status: 403, body: { message: 'Not for you' } }));
	await expect(look({ method: 'searchRooms' })).rejects.toThrow(
		'Sample does not allow this: Not for you',
	);
	expect(asked('/things')).toEqual([]);
});

it('a rare word reads as many pages at a time as the vendor allows, and then goes on', async () => {
	servePages(75);
	const found: unknown[] = [];
	const read: number[] = [];
	let paginationToken: string | undefined;
	do {
		const before = asked('/things').length;
		const look = { method: 'searchRooms', filter: 'thing 6', paginationToken };
		const { results, paginationToken: next } = await sample().look(look);
		found.push(...results.map(({ value }) => value));
		read.push(asked('/things').length - before);
		paginationToken = next === undefined ? undefined : String(next);
	} while (paginationToken !== undefined && read.length < 20);
	expect(found).toEqual([6, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69].map(String));
	expect(Math.max(...read)).toBe(2);
	const pages = asked('/things').map(({ page }) => Number(page ?? 0));
	expect(pages).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});
