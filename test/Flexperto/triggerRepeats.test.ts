import { isDeepStrictEqual } from 'node:util';
import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';
import { post, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const ARCHIVE = `${ARCHIVES}/*`;

const workedOn = {
	status: 200,
	data: { message: 'Nothing to do: the archive is being worked on' },
};
const later = {
	status: 503,
	data: { message: 'The delivery could not be checked now, please send it again' },
};

/** A published workflow, an archive that is available, and a way to report it. */
async function reported(options = {}) {
	const { engine, control, vendor } = flexperto();
	const active = await engine.activate(triggerWorkflow('flexpertoTrigger', { options }));
	const { ids } = await vendor.createArchives();
	const [archiveId = ''] = ids;
	const report = async (id = archiveId) =>
		await post(active.urls[TRIGGER] ?? '', {
			data: { archive_id: id, archive_subject: { conference_id: 'c1', meta: {} } },
			meta: { audience: '*', tenant: 'demo', topic: 'archive.available' },
		});
	await control.clearRequests();
	return { active, archiveId, report };
}

describe('the same report again', () => {
	test.each([true, false])(
		'at the same time starts one execution (verified: %s)',
		async (verify) => {
			const { active, report } = await reported({ verifyWithApi: verify });
			const answers = await Promise.all([report(), report(), report()]);
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
			expect(answers.filter(({ data }) => isDeepStrictEqual(data, workedOn.data))).toHaveLength(2);
			expect(await active.executions()).toHaveLength(1);
		},
	);

	test.each([true, false])('shortly after starts one execution (verified: %s)', async (verify) => {
		const { active, report } = await reported({ verifyWithApi: verify });
		expect(await report()).toMatchObject({ status: 200 });
		await active.executions();
		expect(await report()).toEqual(workedOn);
		expect(await active.executions()).toHaveLength(1);
	});

	test('after the archive was claimed starts nothing, however late', async () => {
		const { vendor } = flexperto();
		const { active, archiveId, report } = await reported();
		await report();
		await vendor.setArchiveStatus(archiveId, 'ABANDONED');
		const claimed = { status: 200, data: { message: 'Nothing to do: the archive is ABANDONED' } };
		expect(await report()).toEqual(claimed);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 24 * 3_600_000);
		expect(await report()).toEqual(claimed);
		clock.mockRestore();
		expect(await active.executions()).toHaveLength(1);
	});

	test('a quarter of an hour later starts the workflow again when the archive is still unclaimed', async () => {
		const { active, report } = await reported();
		await report();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 15 * 60_000);
		expect(await report()).toMatchObject({ status: 200 });
		clock.mockRestore();
		expect(await active.executions()).toHaveLength(2);
	});

	test('the report of another archive is no repeat', async () => {
		const { vendor } = flexperto();
		const { active, report } = await reported();
		const { ids } = await vendor.createArchives();
		expect(await report()).toMatchObject({ status: 200 });
		expect(await report(ids[0])).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(2);
	});
});

describe('while Flexperto cannot be asked, a report is neither trusted nor lost', () => {
	test.each([
		['answers 503', { kind: 'status', status: 503 } as const, 'failed to process the request'],
		['answers with a web page', { kind: 'html' } as const, 'answered with a web page'],
		['breaks the connection', { kind: 'reset' } as const, 'closed the connection too early'],
		['answers half a record', { kind: 'cutJson' } as const, 'sent an answer that is incomplete'],
		['rejects the key', { kind: 'status', status: 401 } as const, 'rejected the API key'],
	])('it %s: the report is to be sent again, and works then', async (_case, fault, logged) => {
		const { control, engine, sandbox } = flexperto();
		const { active, report } = await reported();
		await control.fault({ ...fault, path: ARCHIVE, times: 'always' });
		const before = engine.logs.length;
		expect(await report()).toEqual(later);
		expect(await active.executions()).toEqual([]);
		const errors = engine.logs.slice(before).filter(({ level }) => level === 'error');
		expect(errors.map(({ message }) => message)).toEqual([
			expect.stringContaining(`A delivery could not be checked: Flexperto ${logged}`),
		]);
		expect(JSON.stringify(errors)).not.toContain(sandbox.flexperto.apiKey);

		await control.clearFaults();
		expect(await report()).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(1);
	});

	test('a failure that passes at once is not noticed', async () => {
		const { control } = flexperto();
		const { active, report } = await reported();
		await control.fault({ kind: 'status', status: 503, path: ARCHIVE });
		expect(await report()).toMatchObject({ status: 200 });
		expect(await active.executions()).toHaveLength(1);
	});

	test('a credential that cannot be used tells so in the log', async () => {
		const { engine, credential } = flexperto();
		const { active, report } = await reported();
		engine.credentials.flexpertoApi = { ...credential, baseUrl: 'http://acme.example' };
		const before = engine.logs.length;
		const answer = await report();
		engine.credentials.flexpertoApi = credential;
		expect(answer).toEqual(later);
		expect(engine.logs.slice(before).map(({ message }) => message)).toContain(
			'A delivery could not be checked: "Base URL" does not start with https://. Enter an origin such as https://acme.example.com in the credential.',
		);
		expect(await active.executions()).toEqual([]);
	});
});
