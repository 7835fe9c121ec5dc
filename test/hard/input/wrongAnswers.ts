const deep = (levels: number) => `${'{"error":['.repeat(levels)}"x"${']}'.repeat(levels)}`;

/** What stands where something else is expected. */
export const WRONG: unknown[] = [
	null,
	'',
	' ',
	'text',
	'0',
	0,
	-1,
	1.5,
	1e21,
	true,
	false,
	[],
	{},
	[[]],
	[null],
	['a'],
	{ a: { b: [] } },
	{ id: null },
	'x'.repeat(20_000),
	'\ud800',
	'a\r\nb\u0000',
	'../..',
	JSON.parse('{"__proto__":{"x":1},"toString":1,"length":-1}'),
];

/** Bodies that are none of the vendor's. */
export const BODIES = [
	'',
	' ',
	'null',
	'0',
	'"text"',
	'true',
	'[]',
	'{}',
	'[[]]',
	'[null]',
	'{"items":{}}',
	'{"items":[null,1,"a",[]]}',
	'{"a":',
	'<html>Sign in</html>',
	' <!doctype html>',
	'OK',
	'\ufeff{"id":1}',
	'{"id":1}{"id":2}',
	'{"next_page":"x"}',
	deep(300),
	`"${'x'.repeat(300_000)}"`,
	'undefined',
	'NaN',
	'{"message":{"toString":null}}',
];

export const TYPES = [
	'text/html',
	'application/octet-stream',
	'application/json; charset=utf-16',
	'',
	'application/zip',
	'a/b/c;;=',
	'application/problem+json',
];

export const STATUSES = [
	200, 201, 202, 204, 206, 299, 300, 304, 400, 401, 402, 403, 404, 405, 409, 410, 415, 418, 422,
	429, 451, 500, 502, 503, 599,
];

/** Links as a vendor must not give them, and one that may be followed. */
export const linksFor = (elsewhere: string) => [
	'',
	'/',
	'//a.invalid/x',
	'http://a.invalid/x',
	'https://a.invalid/x',
	'https://user:word@a.invalid/',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'ftp://a.invalid',
	elsewhere,
	`${elsewhere}/%`,
	'https://[',
	'http://127.0.0.1:1/',
	'x',
];
