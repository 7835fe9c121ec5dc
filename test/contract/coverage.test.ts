import type { LoggedRequest } from '../../sandbox/requestLog';
import { UNSENT, unsentFields } from './documentedFields';
import {
	everything,
	pattern,
	type Address,
	type Manifest,
	type Parameters,
} from './manifest/manifest';
import { sentParameters } from './sentParameters';
import { vendors } from './scenarios/stages';

// What the vendors' documents name is either used, and then by exactly these operations, triggers and
// credentials, or left out for a reason. Who uses what is seen in the requests that arrive at the
// sandbox, which knows the documents and not our tables.

/** The documented addresses of requests; any other request as it was sent. */
function addressesOf(requests: LoggedRequest[], manifest: Manifest): string[] {
	const known = Object.keys(everything(manifest));
	const addresses = requests.map(({ host, method, path }) => {
		const sent = `${method} ${host} ${path}`;
		// A fixed address goes before one with a variable in the same place.
		if (known.includes(sent)) return sent;
		return known.find((address) => pattern(address).test(sent)) ?? `${sent} (not in the manifest)`;
	});
	return [...new Set(addresses)].sort();
}

const usedBy = (name: string, uses: Record<Address, [string, ...string[]]>) =>
	Object.entries(uses)
		.filter(([, [, ...users]]) => users.includes(name))
		.map(([address]) => address)
		.sort();

describe.each(Object.entries(vendors))(
	'%s',
	(vendor, { manifest, scope, names, endpoints, use }) => {
		const stage = use();
		const played = new Map<string, LoggedRequest[]>();
		async function requestsOf(name: string): Promise<LoggedRequest[]> {
			const requests = played.get(name) ?? (await stage().play(name));
			played.set(name, requests);
			return requests;
		}

		const allRequests = async () => {
			const requests: LoggedRequest[] = [];
			for (const name of names) requests.push(...(await requestsOf(name)));
			return requests;
		};

		it('knows a run of every operation of the scope', () => {
			const operations = names.filter((name) => name.includes('.'));
			expect(operations.sort()).toEqual(Object.keys(scope.operations).sort());
			expect(operations).toHaveLength(scope.count);
		});

		it.each(names)('%s requests what the manifest says, and the sandbox answers', async (name) => {
			expect(addressesOf(await requestsOf(name), manifest)).toEqual(usedBy(name, manifest.covered));
		});

		for (const name of Object.values(manifest.fallback).flatMap(([, ...users]) => users)) {
			it(`${name} tries the older address when the present one is gone`, async () => {
				await stage().control.flexperto.useOlderWebhookPath(true);
				const requests = await stage().play(name);
				expect(addressesOf(requests, manifest)).toEqual(usedBy(name, everything(manifest)));
			});
		}

		if (endpoints) {
			it('covers the endpoints that the sandbox has read in the document', () => {
				const covered = Object.keys(manifest.covered)
					.map((address) => /^(POST|PUT) api \/enterprise_api\/(.*)$/.exec(address)?.[2])
					.filter((path) => path !== undefined && path !== 'authenticate');
				expect(covered.sort()).toEqual(Object.keys(endpoints).sort());
			});

			it('sends every documented field, unless there is a reason', async () => {
				const requests = await allRequests();
				const reasons = UNSENT[vendor] ?? {};
				expect(unsentFields(endpoints, requests).sort()).toEqual(Object.keys(reasons).sort());
				for (const reason of Object.values(reasons)) expect(reason).toMatch(/^[A-Z].{15,}\.$/);
			}, 120_000);
		}

		if (manifest.parameters) {
			const documented = Object.entries<Parameters>(manifest.parameters);

			it('sends every documented parameter unless there is a reason, and no other', async () => {
				const sent = sentParameters(
					await allRequests(),
					(request) => addressesOf([request], manifest)[0],
				);
				const used = documented.map(([address, parameters]) => [
					address,
					Object.keys(parameters)
						.filter((name) => parameters[name]?.[1] === undefined)
						.sort(),
				]);
				expect(sent).toEqual(Object.fromEntries(used));
			}, 120_000);
		}
	},
);
