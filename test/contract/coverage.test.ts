import { useFlexperto } from '../Flexperto/setup';
import { covered, excluded, fallback, type CoveredEndpoint } from './endpoints';
import { flexpertoInputs } from './inputs';
import { play, scenarios } from './scenarios';

// What the vendor's documents name is either used, and then by exactly these operations, or left out
// for a reason. Who uses what is seen in the requests that arrive at the sandbox, which knows the
// documents and not our tables.

const flexperto = useFlexperto();

const line = ({ host, method, path }: Pick<CoveredEndpoint, 'host' | 'method' | 'path'>) =>
	`${method} ${host} ${path}`;

const endpointsUsedBy = (name: string, endpoints = covered) =>
	endpoints.filter(({ usedBy }) => usedBy.includes(name)).map(line);

/** The documented endpoints among the requests of the last run; any other request as it was sent. */
async function requested(endpoints = covered): Promise<string[]> {
	const requests = await flexperto().control.requests();
	const lines = requests.map(({ host, method, path }) => {
		const endpoint = endpoints.find(
			(candidate) =>
				candidate.host === host &&
				candidate.method === method &&
				new RegExp(`^${candidate.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path) &&
				// A fixed address goes before one with a variable in the same place.
				(candidate.path === path || !endpoints.some((other) => other.path === path)),
		);
		return endpoint ? line(endpoint) : `${method} ${host} ${path} (not in the manifest)`;
	});
	return [...new Set(lines)].sort();
}

it('knows a run of every operation of the scope', () => {
	expect(scenarios.filter((name) => name.includes('.')).sort()).toEqual(
		Object.keys(flexpertoInputs).sort(),
	);
});

it.each(scenarios)('%s requests what the manifest says, and the sandbox answers', async (name) => {
	await play(name, flexperto());
	expect(await requested()).toEqual(endpointsUsedBy(name).sort());
	const failed = (await flexperto().control.requests()).filter(
		({ status }) => (status ?? 0) >= 400,
	);
	expect(failed).toEqual([]);
});

it.each(fallback.usedBy)(
	'%s tries the older address when the present one is gone',
	async (name) => {
		await flexperto().vendor.useOlderWebhookPath(true);
		await play(name, flexperto());
		const expected = endpointsUsedBy(name, [...covered, fallback]);
		expect(await requested([...covered, fallback])).toEqual(expected.sort());
	},
);

it('has no covered endpoint that nothing uses, and no unknown user', () => {
	for (const { usedBy } of [...covered, fallback]) {
		expect(usedBy).not.toEqual([]);
		expect(scenarios).toEqual(expect.arrayContaining(usedBy));
	}
});

it('names each endpoint once, with its passage, and gives a reason for each that is left out', () => {
	const all = [...covered, fallback, ...excluded];
	const lines = all.map(({ method, path }) => `${method} ${path}`);
	expect(new Set(lines).size).toBe(lines.length);
	for (const { source } of all) expect(source).toMatch(/^(seeds? \d{3}|an older revision)/);
	for (const { reason } of excluded) expect(reason).toMatch(/^[A-Z].{15,}\.$/);
});
