/** Text as it may stand in HTML, in attributes too. */
export const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');

/** An HTML tag whose attributes are escaped. */
export const tag = (name: string, attributes: Record<string, string>): string =>
	`<${name} ${Object.entries(attributes)
		.map(([key, value]) => `${key}="${escaped(value)}"`)
		.join(' ')}>`;

/** An iframe with a page of the vendor, and what that may use. */
export const iframe = (src: string, allow: string): string =>
	`${tag('iframe', { src, allow })}</iframe>`;
