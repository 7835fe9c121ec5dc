import fc from 'fast-check';
import { useFlexperto } from '../../Flexperto/setup';
import { started } from '../../triggerWorkflow';
import { asJson, contents, INHERITED } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { anywhere, posted, postedTo, type Kind } from './hostile';
import { withstand } from './onslaught';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'Flexperto Trigger';

const flexperto = useFlexperto();

const TOPIC = 'archive.available';

/** A report as Flexperto sends it. Source: seed 000, "Registering a web hook". */
const notification = (archiveId: unknown, { tenant = 'demo', topic = TOPIC } = {}) => ({
	data: { archive_id: archiveId, archive_subject: { conference_id: 'c1', meta: {} } },
	meta: { audience: '*', tenant, topic },
});

const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...INHERITED));

/** IDs that look like one of an archive and are none. */
const unknownIds = fc.oneof(
	fc.uuid(),
	fc.stringMatching(/^[\w.~:@=+-]{1,60}$/),
	fc.constantFrom(...INHERITED, 'archives', 'me', '1', '-1', '1e999', 'NaN', 'a1:b2', '@', '=+='),
);

/** Texts that lead elsewhere when they become part of an address. */
const leadingElsewhere = fc.oneof(
	texts.filter((text) => !/^[\w.~:@=+-]+$/.test(text)),
	fc.constantFrom(
		...['../me', '..%2Fme', '.', '..', '', '/', '//evil.example/a1', 'https://evil.example/a1'],
		...['a1?status=AVAILABLE', 'a1#', 'a1/download', 'a1/abandon', 'a1\r\napi-key: x', 'a1\u0000'],
		...['{{ $credentials.apiKey }}', '={{ 1 }}', '${apiKey}', '%00', 'undefined', 'null', 'a\\b'],
	),
);

/** Reports about archives that there are not. */
const forged = fc.oneof(
	unknownIds.map((id) => notification(id)),
	leadingElsewhere.map((id) => notification(id)),
	fc.oneof(fc.integer(), fc.object(), fc.constant(null)).map((id) => notification(id)),
);

const others = (own: string) => texts.filter((text) => text.toLowerCase() !== own);

/** All that can be sent to a trigger whose deliveries prove nothing: the vendor is asked instead. */
const againstUnproven = (url: string, notWaiting: string[]): Record<string, Kind> => ({
	'what may be a report': { often: 250, request: postedTo(url, contents(forged)) },
	'an archive that Flexperto does not have': {
		often: 150,
		request: postedTo(
			url,
			unknownIds.map((id) => asJson(notification(id))),
		),
	},
	'an ID that leads elsewhere': {
		often: 120,
		request: postedTo(
			url,
			leadingElsewhere.map((id) => asJson(notification(id))),
		),
	},
	'texts without end': {
		often: 20,
		request: postedTo(
			url,
			fc
				.integer({ min: 256, max: 60_000 })
				.map((size) => 'a'.repeat(size))
				.chain((endless) =>
					fc.constantFrom(
						notification(endless),
						notification('a1', { topic: endless }),
						notification('a1', { tenant: endless }),
					),
				)
				.map(asJson),
		),
	},
	'another tenant': {
		often: 100,
		request: postedTo(
			url,
			fc
				.tuple(fc.constantFrom(...notWaiting), others('demo'))
				.map(([id, tenant]) => asJson(notification(id, { tenant }))),
		),
	},
	'another topic': {
		often: 100,
		request: postedTo(
			url,
			fc
				.tuple(fc.constantFrom(...notWaiting), others(TOPIC))
				.map(([id, topic]) => asJson(notification(id, { topic }))),
		),
	},
	'an archive that is not waiting to be claimed': {
		often: 60,
		request: postedTo(
			url,
			fc.constantFrom(...notWaiting).map((id) => asJson(notification(id))),
		),
		answer: 'left alone',
	},
	...anywhere(url, forged, {}),
});

test('nothing but what Flexperto’s API confirms makes the Flexperto Trigger start a workflow', async () => {
	const { engine, vendor, control, credential } = flexperto();
	const published = await publish(engine, 'flexpertoTrigger', { type: 'flexpertoApi' });
	const states = ['PROCESSING', 'FAILED', 'ABANDONED', 'EXPIRED'];
	const notWaiting: string[] = [];
	for (const status of states) {
		const { ids } = await vendor.createArchives({ count: 5, status });
		notWaiting.push(...ids);
	}
	const elsewhere = new Set<string>();
	await control.clearRequests();

	await withstand({
		...published,
		name: NAME,
		engine,
		secrets: [credential.apiKey],
		kinds: againstUnproven(published.url, notWaiting),
		async genuine() {
			const { ids } = await vendor.createArchives();
			const [id = ''] = ids;
			const record = (await vendor.archives()).find((archive) => archive.id === id);
			const request = posted(published.url, asJson(notification(id)));
			return { request, starts: { topic: TOPIC, ...record } };
		},
		async tidy() {
			for (const { method, path, host } of await control.requests({ vendor: 'flexperto' })) {
				if (
					method !== 'GET' ||
					!/^\/api\/v2\/communication\/archives\/archives\/[^/]+$/.test(path)
				) {
					elsewhere.add(`${host} ${method} ${path}`);
				}
			}
			await control.clearRequests();
		},
	});
	expect([...elsewhere]).toEqual([]);
});

test('each archive that waits starts one execution, and none after it was claimed', async () => {
	const { engine, vendor } = flexperto();
	const { active, url } = await publish(engine, 'flexpertoTrigger', { type: 'flexpertoApi' });
	const { ids } = await vendor.createArchives({ count: REPORTS });
	const reports = ids.map((id) => posted(url, asJson(notification(id))));
	await deliverInDisorder(disorderly(NAME), reports);
	const executions = await active.executions();
	countExecutions(NAME, executions.length);
	expect(
		started(executions)
			.map((json) => String(json?.id))
			.sort(),
	).toEqual([...ids].sort());

	const claimed = ids.slice(0, 100);
	for (const id of claimed) await vendor.setArchiveStatus(id, 'ABANDONED');
	// Late enough that only Flexperto can know.
	const later = Date.now() + 3_600_000;
	const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
	try {
		const late = reports.slice(0, claimed.length);
		await deliverInDisorder('late repeats about claimed archives', late);
	} finally {
		clock.mockRestore();
	}
	expect(await active.executions()).toHaveLength(REPORTS);
});
