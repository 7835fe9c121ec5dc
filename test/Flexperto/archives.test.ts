import { ARCHIVES, received } from './requests';
import { useFlexperto } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const download = expect.stringMatching(/^GET \/archives\/[0-9a-f-]{36}\.zip\?X-Amz-/);

secondOfTwoItemsFails('archive.getAll', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	await vendor.createArchives({ count: 3 });
	await vendor.createArchives({ status: 'PROCESSING' });
	const request = `GET ${ARCHIVES}?status=`;
	return {
		inputs: { limit: 2, filters: { status: '={{ $json.status }}' } },
		items: [{ status: 'AVAILABLE' }, { status: 'no state' }],
		outputs: (await vendor.archives()).slice(0, 2).map((archive) => ({ ...archive })),
		error: {
			message: 'Flexperto did not accept the request: status must match pattern "^[A-Z_]+$"',
			description: `Check the inputs of this item. GET ${baseUrl}${ARCHIVES}: HTTP 400.`,
		},
		requests: [
			{ request: `${request}AVAILABLE&limit=2&offset=0`, apiKey },
			{ request: `${request}no%20state&limit=2&offset=0`, apiKey },
		],
	};
});

secondOfTwoItemsFails('archive.get', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const archive = await vendor.finishConference({ available: true });
	return {
		inputs: { archiveId: '={{ $json.archive }}' },
		items: [{ archive: archive.id }, { archive: 'unknown' }],
		outputs: [{ ...archive }],
		error: {
			message: 'Flexperto does not know what was asked for: No archive unknown.',
			description: `Check the IDs of this item. GET ${baseUrl}${ARCHIVES}/unknown: HTTP 404.`,
		},
		requests: [archive.id, 'unknown'].map((id) => ({ request: `GET ${ARCHIVES}/${id}`, apiKey })),
	};
});

secondOfTwoItemsFails('archive.download', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey } = sandbox.flexperto;
	const archive = await vendor.finishConference({ available: true });
	const { id: processing } = await vendor.finishConference();
	return {
		inputs: { archiveId: '={{ $json.archive }}' },
		items: [{ archive: archive.id }, { archive: processing }],
		outputs: [
			{
				...archive,
				checksumVerified: true,
				fileName: `archive-${archive.id}.zip`,
				mimeType: 'application/zip',
				sha256: archive.sha256CheckSum,
			},
		],
		error: {
			message: `Archive ${processing} cannot be downloaded: it is PROCESSING`,
			description:
				'Only archives that are AVAILABLE or ABANDONED have a file. Others may get one later, EXPIRED and FAILED ones do not.',
		},
		requests: [
			{ request: `GET ${ARCHIVES}/${archive.id}`, apiKey },
			{ request: `GET ${ARCHIVES}/${archive.id}/download`, apiKey },
			{ request: download },
			{ request: `GET ${ARCHIVES}/${processing}`, apiKey },
		],
	};
});

secondOfTwoItemsFails('archive.abandon', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const { id } = await vendor.finishConference({ available: true });
	const { id: claimed } = await vendor.finishConference({ available: true });
	await vendor.setArchiveStatus(claimed, 'ABANDONED');
	const both = [id, claimed];
	return {
		inputs: { archiveId: '={{ $json.archive }}' },
		items: both.map((archive) => ({ archive })),
		outputs: [{ success: true, archiveId: id }],
		error: {
			message: 'Flexperto reports a conflict: The archive is ABANDONED: it cannot be claimed.',
			description: `Look at the current state before trying again. POST ${baseUrl}${ARCHIVES}/${claimed}/abandon: HTTP 409.`,
		},
		requests: both.map((archive) => ({ request: `POST ${ARCHIVES}/${archive}/abandon`, apiKey })),
	};
});

it('marks an archive as claimed', async () => {
	const { run, vendor } = flexperto();
	const { id } = await vendor.finishConference({ available: true });
	await run('archive.abandon', { inputs: { archiveId: { __rl: true, mode: 'id', value: id } } });
	expect(await vendor.archives()).toMatchObject([{ id, status: 'ABANDONED' }]);
});

it.each([200, 204])('takes an answer without a body (%i) as a claim', async (status) => {
	const { run, vendor, control } = flexperto();
	const { id } = await vendor.finishConference({ available: true });
	await control.fault({ kind: 'status', status, path: '*/abandon', when: 'after' });
	const { json } = await run('archive.abandon', { inputs: { archiveId: id } });
	expect(json).toEqual([{ success: true, archiveId: id }]);
});

it('claims exactly once, also when the answer is lost', async () => {
	const { run, vendor, control } = flexperto();
	const { id } = await vendor.finishConference({ available: true });
	await control.fault({ kind: 'reset', path: '*/abandon', when: 'after' });
	const { error } = await run('archive.abandon', { inputs: { archiveId: id } });
	expect(error?.description).toContain('Whether Flexperto carried it out is unknown');
	expect(await control.requests({ path: '*/abandon' })).toHaveLength(1);
});

it.each(['PACKING', 'ARTIFACT_GATHERING_COMPLETE'])(
	'lists archives in the state %s, which an expression gives',
	async (status) => {
		const { run, vendor, control } = flexperto();
		await vendor.createArchives({ status });
		const inputs = { filters: { status: `={{ "${status}" }}` } };
		const { json } = await run('archive.getAll', { inputs });
		expect(json).toMatchObject([{ status }]);
		expect(received(await control.requests())).toMatchObject([
			{ request: `GET ${ARCHIVES}?status=${status}&limit=50&offset=0` },
		]);
	},
);

it('lists archives of all states, available ones when the filter says so in lower case', async () => {
	const { run, vendor } = flexperto();
	await vendor.createArchives();
	await vendor.createArchives({ status: 'FAILED' });
	const states = async (filters = {}) =>
		(await run('archive.getAll', { inputs: { filters } })).json.map(({ status }) => status);
	expect(await states()).toEqual(['AVAILABLE', 'FAILED']);
	expect(await states({ status: '={{ "available" }}' })).toEqual(['AVAILABLE']);
});
