import { refusal } from '../kit/error';

const isWebAddress = (value: string): boolean =>
	URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);

/** Refuses what is not a full web address. */
export function checkAddress(label: string, value: string): void {
	if (isWebAddress(value)) return;
	throw refusal(label, 'is not a web address', 'Enter a full address that begins with https://');
}

/** Refuses what is neither a web address nor a path of the vendor's own pages. */
export function checkDestination(label: string, value: string): void {
	if (/^\/(?![/\\])/.test(value) || isWebAddress(value)) return;
	throw refusal(
		label,
		'is not a place to go to',
		'Enter a path of the vendor’s pages such as /conf/calls/upcoming, or a full address with https://',
	);
}
