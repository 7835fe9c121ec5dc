import { escaped, tag } from '../kit/html';

/** What a page of the vendor may use within another one. Sources: seed 004, 9.1, 9.2 and 10.2. */
export const ALLOW_ROOM = 'camera;microphone;fullscreen;autoplay;display-capture';
export const ALLOW_SIGN_IN = 'camera;microphone;fullscreen;display-capture';
export const ALLOW_LIVESTREAM = 'fullscreen;autoplay';

/** A form that sends the entries by POST when its button is pressed. */
export const postForm = (action: string, entries: Record<string, string>, button: string) =>
	[
		tag('form', { method: 'post', action }),
		...Object.entries(entries).map(([name, value]) =>
			tag('input', { type: 'hidden', name, value }),
		),
		`<button type="submit">${escaped(button)}</button></form>`,
	].join('');
