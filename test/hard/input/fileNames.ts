/** What files of input items are called and said to be. */
export const FILE_NAMES = [
	'a.pdf',
	'ä 😀.pdf',
	'../../etc/passwd',
	'a\r\nX-A: 1.pdf',
	'"',
	'',
	'\ud800',
	'x'.repeat(300),
];
export const FILE_TYPES = ['application/pdf', 'a\r\nX-A: 1', '', 'text/ä😀', '\u0000', 'text/html'];
