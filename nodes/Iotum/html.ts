/** What a page of the vendor may use within another one. Sources: seed 004, 9.1, 9.2 and 10.2. */
export const ALLOW_ROOM = 'camera;microphone;fullscreen;autoplay;display-capture';
export const ALLOW_SIGN_IN = 'camera;microphone;fullscreen;display-capture';
export const ALLOW_LIVESTREAM = 'fullscreen;autoplay';

const escaped = (text: string) =>
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

/** An iframe with a page of the vendor. */
export const iframe = (src: string, allow: string): string =>
	`${tag('iframe', { src, allow })}</iframe>`;

/** A form that sends the entries by POST when its button is pressed. */
export const postForm = (action: string, entries: Record<string, string>, button: string) =>
	[
		tag('form', { method: 'post', action }),
		...Object.entries(entries).map(([name, value]) =>
			tag('input', { type: 'hidden', name, value }),
		),
		`<button type="submit">${escaped(button)}</button></form>`,
	].join('');
