import { chromium, selectors, type Page } from 'playwright-core';

/** Where n8n is and whose session to use. */
export interface Session {
	url: string;
	/** The session cookie of a user who is signed in with the browser id of `N8nClient`. */
	cookie: string;
}

/** How long anything may take to be there, in milliseconds. */
const PATIENCE = 20_000;

const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Runs in every page before n8n does. Names the browser that the session belongs to, leaves animations
 * out, and writes every error message that pops up to the console, as they vanish again.
 */
const BEFORE_N8N = `
	localStorage.setItem('n8n-browserId', 'a-browser');
	addEventListener('DOMContentLoaded', () => {
		const style = document.createElement('style');
		style.textContent = '*, *::before, *::after { animation: none !important; transition: none !important }';
		document.head.append(style);
	});
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes) for (const node of addedNodes) {
			if (node.querySelector?.('.el-notification--error')) console.error('Toast: ' + node.innerText);
		}
	}).observe(document, { childList: true, subtree: true });
`;

/** n8n's own: what it asks for in vain, outside or without a licence, and while a page is left. */
const isOfN8n = (text: string, url: string): boolean =>
	/Plan lacks license|net::ERR_FAILED|without an active workflow document/.test(text) ||
	(/status of 40[34]/.test(text) && !url.includes('/icons/'));

/** A page with the user's session; `report` is told what goes wrong in it. */
export async function openPage(
	{ url, cookie }: Session,
	report: (problem: string) => void,
): Promise<Page> {
	selectors.setTestIdAttribute('data-test-id');
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
	const viewport = { width: 1280, height: 800 };
	const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	await context.addInitScript(BEFORE_N8N);
	// The editor asks servers outside for news and versions.
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	page.on('dialog', (dialog) => void dialog.accept());
	page.on('pageerror', ({ message }) => {
		if (!isOfN8n(message, '')) report(message);
	});
	page.on('console', (message) => {
		if (message.type() !== 'error' || isOfN8n(message.text(), message.location().url)) return;
		report(message.text());
	});
	return page;
}
