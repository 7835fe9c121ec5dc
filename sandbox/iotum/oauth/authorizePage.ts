import { escapeHtml, htmlPage } from '../../html';
import type { Platform } from '../platform';
import { registeredClient } from './clients';

/** The page on which a user lets the application in (seed 004, sections 12.1.1 and 12.5). */
export function authorizePage(platform: Platform, parameters: Record<string, string>): string {
	const { serviceName } = registeredClient(platform);
	const hidden = Object.entries(parameters)
		.map(
			([name, value]) =>
				`<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
		)
		.join('');
	const accounts = [...platform.state.hosts.values()]
		.map(
			({ id, settings }) =>
				`<option value="${id}">${escapeHtml(`${settings.name} (${settings.role})`)}</option>`,
		)
		.join('');
	return htmlPage(
		`Let ${serviceName} use your account?`,
		`${serviceName} will be able to use ${platform.brand.title} as you. The sandbox asks for no password: choose who you are.`,
		`<form method="post" action="/oauth/authorize">${hidden}
<p><label>Account <select name="host_id">${accounts}</select></label></p>
<button name="decision" value="deny">Deny</button>
<button name="decision" value="authorize">Authorize</button></form>`,
	);
}
