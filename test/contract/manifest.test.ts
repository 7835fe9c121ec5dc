import { countOf, documentsOf, everything, type Parameters } from './manifest/manifest';
import { descriptionOf } from './nodes';
import { choicesOf } from './properties';
import { vendors } from './scenarios/stages';

// What the manifests say, whoever sends what: that nothing is there without its source, and nothing is
// left out without a reason.

const SOURCE = /^(seeds? \d{3}|VENDOR-FACTS\.md|an older revision)/;
const REASON = /^[A-Z].{15,}\.$/;

describe.each(Object.entries(vendors))('the manifest of %s', (vendor, { manifest, names }) => {
	const { excluded, parameters = {}, webhooks } = manifest;
	const used = everything(manifest);

	it('names each source, and gives a reason for each endpoint that is left out', () => {
		const sources = Object.values<[string, ...string[]]>({ ...used, ...excluded });
		for (const [source] of sources) expect(source).toMatch(SOURCE);
		for (const [, reason] of Object.values(excluded)) expect(reason).toMatch(REASON);
		expect(Object.keys(excluded).filter((address) => address in used)).toEqual([]);
	});

	it('has no covered endpoint that nothing uses, and no unknown user', () => {
		for (const [, ...users] of Object.values(used)) {
			expect(users).not.toEqual([]);
			expect(names).toEqual(expect.arrayContaining(users));
		}
	});

	it('names the source of each parameter, and a reason for each that is not sent', () => {
		expect(Object.keys(used)).toEqual(expect.arrayContaining(Object.keys(parameters)));
		const all = Object.values<Parameters>(parameters).flatMap((named) => Object.values(named));
		for (const [source] of all) expect(source).toMatch(SOURCE);
		for (const [, reason] of all) if (reason !== undefined) expect(reason).toMatch(REASON);
	});

	it('says of each fact from public pages whether it was seen or inferred', () => {
		const sources = [
			...Object.values<[string, ...string[]]>({ ...used, ...excluded, ...webhooks }),
			...Object.values<Parameters>(parameters).flatMap((named) => Object.values(named)),
		].map(([source]) => source);
		const unmarked = sources
			.filter((source) => source.startsWith('VENDOR-FACTS.md'))
			.filter((source) => !/ \((seen|inferred)\)$/.test(source));
		expect(unmarked).toEqual([]);
	});

	if (webhooks) {
		it('has a choice in the trigger for each webhook, and one for any', () => {
			const { properties } = descriptionOf(`${vendor}Trigger`);
			const events = properties.find(({ name }) => name === 'events');
			const values = events && choicesOf(events).map(({ value }) => value);
			expect(values?.sort()).toEqual(['any', ...Object.keys(webhooks)].sort());
		});
	}
});

it('covers what the documents name', () => {
	const manifests = Object.values(vendors).map(({ manifest }) => manifest);
	const documents = ['000', '001', '002', '003', '004', 'VENDOR-FACTS.md'];
	const counts = documents.map((document) => [document, countOf(document, manifests)]);
	expect(Object.fromEntries(counts)).toEqual({
		'000': { covered: 20, excluded: 7 },
		'001': { covered: 3, excluded: 2 },
		'002': { covered: 56, excluded: 7 },
		'003': { covered: 10, excluded: 7 },
		'004': { covered: 40, excluded: 7 },
		'VENDOR-FACTS.md': { covered: 9, excluded: 4 },
	});
	expect(documentsOf('seeds 000 and 001, "Asynchronous Flow" (see seed 004)')).toEqual([
		'000',
		'001',
	]);
});

it('marks what no document has in so many words', () => {
	const inferred = Object.values(vendors).flatMap(({ manifest }) =>
		Object.entries(everything(manifest))
			.filter(([, [source]]) => source.includes('inferred'))
			.map(([address]) => address),
	);
	expect(inferred.sort()).toEqual([
		'DELETE api /api/tickets/{ticketId}',
		'GET api /api/medias',
		'GET api /api/v2/collaboration/contracts/contracts/sessions',
		'PUT api /api/tickets/{ticketId}',
	]);
});
