export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dee5, #343b45); --soft: light-dark(#f4f6f9, #1b2027);
	--back: light-dark(#fff, #12161b); --text: light-dark(#1b2430, #e4e9ef); --dim: light-dark(#5a6675, #98a4b3);
	--accent: light-dark(#0b62c4, #6db3ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; } h1 { margin: 0; font-size: 1.7rem; } header p { color: var(--dim); margin-top: .25rem; }
section { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.25rem; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .5rem; } p { margin: .4rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; margin: .75rem 0; align-items: center; }
dt { color: var(--dim); } dd { margin: 0; display: flex; gap: .5rem; align-items: center; min-width: 0; }
code { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
code, pre { font: .85rem/1.5 ui-monospace, monospace; background: var(--soft); border-radius: .35rem; padding: .15rem .4rem; }
pre { padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
button { font: inherit; font-size: .9rem; color: var(--accent); background: transparent; border: 1px solid var(--line);
	border-radius: .4rem; padding: .25rem .7rem; cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--accent); } td button { padding: 0 .5rem; margin-right: .3rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { text-align: left; font-weight: 600; color: var(--dim); } th, td { padding: .3rem .8rem .3rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; } td { overflow-wrap: anywhere; } .empty, .now { color: var(--dim); } li { margin: .3rem 0; }
#outcome { position: sticky; top: 0; background: var(--back); padding: .3rem 0; font: .85rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
#outcome:empty { display: none; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
`;

/** Runs in the browser: buttons send their request, and the tables follow what happens. */
export const SCRIPT = `
const live = document.getElementById('live');
const outcome = document.getElementById('outcome');
async function refresh() {
	const text = await fetch('/live').then((answer) => answer.text());
	if (text !== live.dataset.text) { live.innerHTML = text; live.dataset.text = text; }
}
document.addEventListener('click', async ({ target }) => {
	if (target.dataset.copy) {
		await navigator.clipboard.writeText(target.dataset.copy);
		target.textContent = 'Copied';
	}
	if (!target.dataset.request) return;
	const { method, path, body } = JSON.parse(target.dataset.request);
	const answer = await fetch('/control' + path, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await answer.text();
	outcome.textContent = target.textContent + ': ' + answer.status + ' ' + text.slice(0, 600);
	await refresh();
});
setInterval(() => refresh().catch(() => undefined), 2000);
`;
