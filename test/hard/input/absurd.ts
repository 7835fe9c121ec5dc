import type { GenericValue } from 'n8n-workflow';

/** Objects within objects, deeper than anything a flow maps. */
const nested = (levels: number): GenericValue => (levels === 0 ? 'x' : { a: [nested(levels - 1)] });

/** What no input is made for. `elsewhere` is the address of a server that must not be asked. */
export function absurdValues(elsewhere: string): GenericValue[] {
	const { host } = new URL(elsewhere);
	const texts = [
		'',
		' ',
		'\t\n ',
		'\u00a0',
		'x'.repeat(9000),
		'ä'.repeat(300),
		'👩‍👩‍👧 und 😀',
		'\u202etxt',
	];
	const signs = [
		'\u0000',
		'\u0007bell',
		'a\r\nX-Injected: 1',
		'a\nb',
		'\u2028',
		'"',
		'<b>',
		"' OR 1=1",
		',',
	];
	const halves = ['\ud800', 'half \udc00 sign', '😀'.slice(0, 1)];
	const numbers = [
		'0',
		'-1',
		'1e309',
		'007',
		'1,5',
		'٣',
		NaN,
		Infinity,
		-Infinity,
		-0,
		1.5,
		-1,
		2 ** 53,
		1e21,
	];
	const nothing = [
		null,
		undefined,
		true,
		false,
		'true',
		'null',
		'undefined',
		'NaN',
		'[object Object]',
	];
	const objects = [
		[],
		[''],
		[[]],
		['a', 1],
		[null],
		{},
		{ a: 1 },
		{ value: 'x' },
		{ values: 'x' },
		nested(40),
	];
	const keys = [
		'{"__proto__":{"polluted":1}}',
		'{"constructor":{"prototype":{}}}',
		'{"__rl":true}',
		'{"toJSON":1}',
	];
	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
	const times = [
		'0000-01-01',
		'0000-01-01T00:00:00Z',
		'9999-12-31T23:59:59Z',
		'2026-02-30',
		'10:00',
		'2026-03-29T02:30',
		'+275760-09-13',
		new Date(NaN),
		new Date(0),
		new Date(8.64e15),
	];
	const zones = ['Mars/Olympus', '+02:00', 'GMT+25', 'europe/berlin', 'Etc/Unknown'];
	const paths = [
		'..',
		'.',
		'../',
		'../me',
		'..%2fme',
		'%2e%2e',
		'%00',
		'a/b',
		'a\\b',
		'..\\me',
		'a?x=1',
		'a#b',
		';a=b',
		'a%2Fb',
	];
	const hosts = [
		`//${host}`,
		`@${host}`,
		`${host}/`,
		`.${host}`,
		`:80@${host}/`,
		`/\\${host}`,
		elsewhere,
		`${elsewhere}/api/v2`,
	];
	const links = [
		'javascript:alert(1)',
		'file:///etc/passwd',
		'data:text/html,x',
		'https://user:word@127.0.0.1:9/',
		'http://a.invalid/',
		'https://[::1',
		'https://ex ample.invalid',
	];
	const rules = [
		'FREQ=DAILY;COUNT=99999999',
		'FREQ=DAILY;INTERVAL=99999999999999999999',
		'FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12',
		'FREQ=YEARLY',
		'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=00010101',
	];
	const expressions = ['={{ 1 }}', '{{ $json }}', '=', '${1}'];
	const parsed: GenericValue[] = keys.map((text) => JSON.parse(text));
	return [
		texts,
		signs,
		halves,
		numbers,
		nothing,
		objects,
		parsed,
		names,
		times,
		zones,
		paths,
		hosts,
		links,
		rules,
		expressions,
	].flat(1);
}
