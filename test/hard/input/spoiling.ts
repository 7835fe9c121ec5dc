import fc, { type Arbitrary } from 'fast-check';
import { changed, withBody, withHeaders, type Spoiling } from './wireAnswer';
import { BODIES, linksFor, STATUSES, TYPES, WRONG } from './wrongAnswers';

type Which = (name: string, is: unknown) => boolean;

const anything: Which = () => true;
const isLink: Which = (_name, is) => typeof is === 'string' && /^https?:/.test(is);
const isId: Which = (name) => /(^|_)id$/i.test(name);
const isPaging: Which = (name) => ['next_page', 'total', 'limit', 'offset', 'items'].includes(name);

const somewhere = fc.double({ min: 0, max: 0.999, noNaN: true });
const wrong = fc.constantFrom(...WRONG);
const pages = fc.constantFrom<unknown>('A', 'B', 7, 1e9, '5');

/** Something else at one of these places, or at all of them. */
const put = (which: Which, values: Arbitrary<unknown>): Arbitrary<Spoiling> =>
	fc
		.tuple(somewhere, values, fc.boolean())
		.map(([at, value, all]) =>
			changed(which, (place) => place.put(value), { at, all: all && which !== anything }),
		);

/** Ways to spoil entries of the answer. */
const ofEntries = (elsewhere: string) => [
	...new Array<Arbitrary<Spoiling>>(5).fill(put(anything, wrong)),
	...new Array<Arbitrary<Spoiling>>(3).fill(
		somewhere.map((at) => changed(anything, (place) => place.cut(), { at })),
	),
	put(anything, fc.jsonValue({ maxDepth: 4 })),
	put(isId, wrong),
	put(isId, wrong),
	put(isPaging, wrong),
	put(isPaging, pages),
	put(isLink, fc.constantFrom(...linksFor(elsewhere))),
	put(isLink, fc.constantFrom(...linksFor(elsewhere))),
	fc.constantFrom('number', 'string').map((type) =>
		changed(
			(_name, is) => typeof is === type,
			({ is, put: set }) => set(type === 'number' ? String(is) : Number(is)),
			{ at: 0, all: true },
		),
	),
];

/** Ways to spoil the answer's body as a whole. */
const ofBodies: Array<Arbitrary<Spoiling>> = [
	fc.constantFrom(...BODIES).map((body) => (answer) => withBody(answer, body)),
	fc.constantFrom(...BODIES).map((body) => (answer) => withBody(answer, body)),
	fc.constant((answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) })),
	fc
		.constantFrom<(json: unknown) => unknown>(
			(json) => [json],
			(json) => ({ data: json }),
			(json) => Object.values(json ?? {})[0],
			(json) => JSON.stringify(json),
		)
		.map((wrap) => (answer, json) => withBody(answer, JSON.stringify(wrap(json)) ?? '')),
];

const NAMES = [
	'attachment; filename="../../x"',
	"attachment; filename*=utf-8''%ff%00",
	'attachment; filename=',
	'inline; filename="a\tb"',
];

/** Ways to spoil the answer's status and headers. */
const ofHeads = (elsewhere: string): Array<Arbitrary<Spoiling>> => [
	...new Array<Arbitrary<Spoiling>>(3).fill(
		fc
			.tuple(fc.constantFrom(...STATUSES), fc.option(fc.constantFrom(...BODIES)))
			.map(([status, body]) => (answer) => ({
				...(body === null ? answer : withBody(answer, body)),
				status,
			})),
	),
	fc
		.constantFrom(...TYPES)
		.map((type) => (answer) => withHeaders(answer, { 'content-type': type })),
	fc
		.tuple(fc.constantFrom(301, 302, 303, 307, 308), fc.constantFrom(...linksFor(elsewhere)))
		.map(([status, location]) => (answer) => ({ ...withHeaders(answer, { location }), status })),
	fc.constantFrom('0', 'soon', '-5', '').map((pause) => (answer) => ({
		...withHeaders(answer, { 'retry-after': pause }),
		status: 429,
	})),
	fc
		.constantFrom(...NAMES)
		.map(
			(name) => (answer) =>
				withHeaders(answer, { 'content-disposition': name, 'set-cookie': 'a=b' }),
		),
];

/** The ways to spoil an answer; `elsewhere` is the address of a server that links may lead to. */
export const spoilings = (elsewhere: string): Arbitrary<Spoiling> =>
	fc.oneof(...ofEntries(elsewhere), ...ofBodies, ...ofHeads(elsewhere));
