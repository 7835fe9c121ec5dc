import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock';
import type { Faults } from './faults';
import { escapeHtml } from './html';
import type { RequestLog } from './requestLog';
import { SCRIPT, STYLE } from './startPageAssets';
import type { ControlAction, Vendor, VendorPage } from './vendor';

export interface StartPageOptions {
	clock: Clock;
	log: RequestLog;
	faults: Faults;
	vendors: Vendor[];
}

/** The page for people: what there is, which credentials work, and what can be simulated. */
export function startPageRoutes(app: FastifyInstance, options: StartPageOptions): void {
	app.get('/', async (request, reply) =>
		reply.type('text/html; charset=utf-8').send(page(options, `http://${request.host}`)),
	);
	// The parts that change, which the page's script fetches again and again.
	app.get('/live', async (_request, reply) =>
		reply.type('text/html; charset=utf-8').send(live(options)),
	);
}

function page(options: StartPageOptions, url: string): string {
	const vendors = options.vendors.map((vendor) => vendor.page());
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vendor sandbox</title><style>${STYLE}</style></head>
<body><header><h1>Vendor sandbox</h1>
<p>Simulated vendors on this machine, in memory: nothing leaves it, and nothing is kept after a restart.</p></header>
<main>${vendors.map((vendor) => introduction(vendor, url)).join('')}
<section><h2>Clock and reset</h2><p>Every expiry follows the sandbox’s own clock.</p>
<div class="buttons">${[
		clockAction('One hour later', { hours: 1 }),
		clockAction('One day later', { days: 1 }),
		clockAction('Three days later', { days: 3 }),
		{ label: 'Reset everything', method: 'POST' as const, path: '/reset' },
	]
		.map(button)
		.join('')}</div>
${curlLine(url, clockAction('', { days: 3 }))}
<p>Faults are injected the same way; this one answers the next request to any vendor’s API with 429:</p>
${curlLine(url, {
	label: '',
	method: 'POST',
	path: '/faults',
	body: { kind: 'status', host: 'api', status: 429, headers: { 'retry-after': '2' } },
})}</section>
<p id="outcome" role="status"></p>
<div id="live">${live(options)}</div>
${vendors.map(choices).join('')}</main><script>${SCRIPT}</script></body></html>`;
}

function introduction(vendor: VendorPage, url: string): string {
	const [sample] = vendor.actions;
	return `<section><h2>${escapeHtml(vendor.title)}</h2><p>${escapeHtml(vendor.introduction)}</p>
<dl>${vendor.credentials
		.map(
			({ label, value }) =>
				`<dt>${escapeHtml(label)}</dt><dd><code>${escapeHtml(value)}</code><button data-copy="${escapeHtml(value)}">Copy</button></dd>`,
		)
		.join('')}</dl>
<h3>What can be simulated</h3><div class="buttons">${vendor.actions.map(button).join('')}</div>
${sample ? curlLine(url, sample) : ''}</section>`;
}

function live({ clock, log, faults, vendors }: StartPageOptions): string {
	const { now, frozen } = clock.state();
	const striking = faults.list().filter(({ met, times = 1 }) => times === 'always' || met < times);
	const requests = log.list().slice(-20).reverse();
	return `<p class="now">Sandbox time ${now.slice(0, 16).replace('T', ' ')} UTC${frozen ? ', standing still' : ''}; ${striking.length} faults waiting.</p>
${vendors
	.flatMap((vendor) => vendor.page().tables)
	.map(({ title, columns, rows, empty }) =>
		table(
			title,
			[...columns, ''],
			rows.map(({ cells, actions }) => [...cells.map(escapeHtml), actions.map(button).join('')]),
			empty,
		),
	)
	.join('')}
${table(
	'Latest requests',
	['Time', 'Host', 'Request', 'Status', 'Fault'],
	requests.map(({ time, host, method, path, status, fault }) =>
		[time.slice(11, 19), host, `${method} ${path}`, String(status ?? 'none'), fault ?? ''].map(
			escapeHtml,
		),
	),
	'None yet.',
)}`;
}

function table(title: string, columns: string[], rows: string[][], empty: string): string {
	const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
	const body = rows
		.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
		.join('');
	return `<section><h2>${escapeHtml(title)}</h2>${
		rows.length === 0
			? `<p class="empty">${escapeHtml(empty)}</p>`
			: `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
	}</section>`;
}

function choices({ title, choices }: VendorPage): string {
	return `<section><h2>${escapeHtml(title)}: where the documents are silent</h2>
<p>These behaviours are this sandbox’s own choice; the vendor may differ.</p>
<ul>${choices.map((choice) => `<li>${escapeHtml(choice)}</li>`).join('')}</ul></section>`;
}

function clockAction(label: string, body: Record<string, number>): ControlAction {
	return { label, method: 'POST', path: '/clock/advance', body };
}

function button({ label, method, path, body }: ControlAction): string {
	const request = escapeHtml(JSON.stringify({ method, path, body }));
	return `<button data-request="${request}">${escapeHtml(label)}</button>`;
}

function curlLine(url: string, { method, path, body }: ControlAction): string {
	const data =
		body === undefined ? '' : ` -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
	return `<pre>${escapeHtml(`curl -X ${method} ${url}/control${path}${data}`)}</pre>`;
}
