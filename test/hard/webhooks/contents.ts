import fc, { type Arbitrary } from 'fast-check';
import { gzipSync } from 'node:zlib';

/** The body of a delivery and what it is said to be. */
export interface Content {
	type: string;
	body: Buffer;
}

const JSON_TYPE = 'application/json';

const json = (text: string, type = JSON_TYPE): Content => ({ type, body: Buffer.from(text) });

/** A report as it should be. */
export const asJson = (report: unknown): Content => json(JSON.stringify(report));

/** Names that mean something to every object in JavaScript. */
export const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const POLLUTION = '{"polluted":true,"admin":true}';

/** Numbers and times that are valid JSON and hardly anything else. */
const ODD_VALUES = [
	...['1e999', '-1e999', '1e-400', '-0', '9007199254740993', `1${'0'.repeat(400)}`, '5.0000000001'],
	...['"9999-99-99T99:99:99Z"', '"+275760-09-13T00:00:00.001Z"', '"-271821-04-19T23:59:59.999Z"'],
	...['"1e999"', '"\\u0000"', '"\\ud800"', '""', 'null', 'true', '[]', '{}'],
];

/** Types of content that n8n does not read as JSON. */
export const UNREAD_TYPES = [
	...['application/octet-stream', 'text/html', 'application/jsonp', 'application/json-seq'],
	...[
		'application/json2',
		'application/vnd.api+json',
		'text/json',
		'*/*',
		';',
		'application/json ;',
	],
];

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const boundary = 'a-boundary';

function parts(entries: Array<[string, string]>): Content {
	const lines = entries.map(
		([name, value]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	);
	const body = Buffer.from(`${lines.join('')}--${boundary}--\r\n`);
	return { type: `multipart/form-data; boundary=${boundary}`, body };
}

const entriesOf = (report: object) =>
	Object.entries(report).map(([name, value]): [string, string] => [
		name,
		typeof value === 'string' ? value : JSON.stringify(value),
	]);

/** The text of a report with one of its values replaced, wherever it stands. */
function withOddValue(report: object, odd: string, at: number): string {
	const text = JSON.stringify(report);
	const values = [
		...text.matchAll(/(?<=[:,[])("(?:[^"\\]|\\.)*"(?!:)|[\d.eE+-]+|true|false|null)/g),
	];
	const value = values[at % Math.max(values.length, 1)];
	return value ? text.slice(0, value.index) + odd + text.slice(value.index + value[0].length) : odd;
}

/** JSON that stops somewhere within. */
export const cutJson = (reports: Arbitrary<object>): Arbitrary<Content> =>
	fc.tuple(reports, fc.nat()).map(([report, at]) => {
		const text = JSON.stringify(report);
		return json(text.slice(0, 1 + (at % (text.length - 1))));
	});

/** What never is a report, although all of one may be in it. */
export const wrapped = (reports: Arbitrary<object>): Arbitrary<Content> =>
	fc.oneof(
		reports.map((report) => json(JSON.stringify([report]))),
		reports.map((report) => json(JSON.stringify({ report }))),
		reports.map((report) => json(`{"__proto__":${JSON.stringify(report)}}`)),
		reports.map((report) => json(`{"constructor":{"prototype":${JSON.stringify(report)}}}`)),
		fc.tuple(reports, fc.integer({ min: 1, max: 6 })).map(([report, times]) => {
			let text = JSON.stringify(report);
			for (let time = 0; time < times; time++) text = JSON.stringify(text);
			return json(text);
		}),
		fc
			.tuple(reports, fc.constantFrom(...UNREAD_TYPES))
			.map(([report, type]) => json(JSON.stringify(report), type)),
		reports.map((report) => json(JSON.stringify(report), 'text/plain')),
		reports.map((report) => json(JSON.stringify(report), `${JSON_TYPE}; charset=klingon`)),
		reports.map((report) => parts(entriesOf(report))),
		reports.map((report) => json(`<report>${JSON.stringify(report)}</report>`, 'text/xml')),
		fc
			.constantFrom('', 'null', '0', '"', '[]', '{}', '[[[', 'NaN', '\u0000')
			.map((text) => json(text)),
	);

/** Everything one can send: reports as they should be, and all that looks a little like them. */
export const contents = (reports: Arbitrary<object>): Arbitrary<Content> =>
	fc.oneof(
		{ weight: 3, arbitrary: reports.map((report) => json(JSON.stringify(report))) },
		{ weight: 2, arbitrary: cutJson(reports) },
		{ weight: 3, arbitrary: wrapped(reports) },
		{
			weight: 3,
			arbitrary: fc
				.tuple(reports, fc.constantFrom(...ODD_VALUES), fc.nat())
				.map(([report, odd, at]) => json(withOddValue(report, odd, at))),
		},
		fc
			.tuple(reports, fc.constantFrom(...INHERITED))
			.map(([report, key]) => json(`{"${key}":${POLLUTION},${JSON.stringify(report).slice(1)}`)),
		fc
			.tuple(reports, fc.constantFrom(...INHERITED), fc.nat())
			.map(([report, key, at]) => json(withOddValue(report, `{"${key}":${POLLUTION}}`, at))),
		fc
			.tuple(reports, fc.integer({ min: 1, max: 5_000 }), fc.nat())
			.map(([report, levels, at]) => json(withOddValue(report, deep(levels), at))),
		reports.map((report) =>
			json(new URLSearchParams(entriesOf(report)).toString(), 'application/x-www-form-urlencoded'),
		),
		fc.json({ maxDepth: 6 }).map((text) => json(text)),
		fc
			.uint8Array({ maxLength: 400 })
			.map((bytes) => ({ type: JSON_TYPE, body: Buffer.from(bytes) })),
		fc
			.tuple(fc.string({ maxLength: 30 }), fc.uint8Array({ maxLength: 400 }))
			.map(([type, bytes]) => ({
				type: type.replace(/[^ -~]/g, ''),
				body: Buffer.from(bytes),
			})),
	);

const TEN_MB = 10 * 2 ** 20;

/** Ten megabytes each, made once. */
export const tenMegabytes = fc.constantFrom(
	json(`"${'x'.repeat(TEN_MB)}"`),
	json(`[${'0,'.repeat(TEN_MB / 2)}0]`),
	json(`["${'x'.repeat(TEN_MB)}",${deep(100_000)}]`),
	json(`{"event":"${'x'.repeat(TEN_MB)}`),
	json(`event=${'x'.repeat(TEN_MB)}`, 'application/x-www-form-urlencoded'),
	json('x'.repeat(TEN_MB), 'application/octet-stream'),
);

/** What n8n itself fails at before any node sees it: more than 16 MB, and packed content that is none. */
const tooLarge = json(`"${'x'.repeat(17 * 2 ** 20)}"`);
const bomb = gzipSync(tooLarge.body);

export const failsInN8n: Arbitrary<Content & { packed?: string }> = fc.constantFrom(
	tooLarge,
	{ type: JSON_TYPE, body: bomb, packed: 'gzip' },
	{ type: JSON_TYPE, body: bomb.subarray(0, 1000), packed: 'gzip' },
	{ type: JSON_TYPE, body: Buffer.from('{"event":"x"}'), packed: 'deflate' },
);
