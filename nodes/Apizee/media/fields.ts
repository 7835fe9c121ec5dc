/** The entries of a recording or shared file that Simplify leaves. */
export const SIMPLE = [
	'id',
	'title',
	'filename',
	'media_type',
	'source_type',
	'status',
	'created',
	'filesize',
	'hash',
	'url',
];
