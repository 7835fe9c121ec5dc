import { randomUUID } from 'node:crypto';

import { failure } from './requests';
import { useApizee } from './setup';

// Where the list of media is: below version 3 of the API, which the base URL need not name.

const apizee = useApizee();

const options = { maxRetries: 0 };

/** Method, path, query and status of what the vendor got, without sign-ins and old tokens. */
const asked = async () =>
	(await apizee().control.requests())
		.filter(({ path, status }) => !path.endsWith('/token') && status !== 401)
		.map(({ method, path, rawQuery, status }) => `${method} ${path}?${rawQuery}: ${status}`);

type Base = 'baseUrl' | 'v3Url';

/** Gets media with a base URL of /api or /api/v3, and with a credential of which nothing is known. */
function lists(base: Base) {
	const { run, access, credentials, control } = apizee();
	const own = { baseUrl: access[base], webhookSecret: randomUUID() };
	return async (inputs = {}, more: object = {}) => {
		await control.clearRequests();
		return await run('media.getAll', {
			inputs: { options, ...inputs },
			credentials: { apizeeApi: { ...credentials.apizeeApi, ...own } },
			...more,
		});
	};
}

const list = async (base: Base, inputs = {}) => await lists(base)(inputs);

const idsOf = (list: Array<{ id?: unknown }>) => list.map(({ id }) => id);
const FIXTURES = [2343988, 2343989, 1973404, 1973403].sort();

describe('where the list is', () => {
	const found = ['GET /api/medias?limit=1: 404', 'GET /api/v3/medias?limit=1: 200'];

	it('is known when the base URL names version 3', async () => {
		const { json } = await list('v3Url');
		expect(idsOf(json).sort()).toEqual(FIXTURES);
		expect(await asked()).toEqual(['GET /api/v3/medias?limit=50&offset=0: 200']);
	});

	it('is found below version 3 when the base URL has none and the vendor has it there only', async () => {
		const { json } = await list('baseUrl', { filters: { mediaType: 'video' } });
		expect(idsOf(json).sort()).toEqual([1973404, 2343988]);
		expect(await asked()).toEqual([
			...found,
			'GET /api/v3/medias?media_type=video&limit=50&offset=0: 200',
		]);
	});

	it('is not looked for below version 3 when the vendor has it without', async () => {
		await apizee().vendor.setSettings({ unversionedMedias: true });
		const { json } = await list('baseUrl');
		expect(idsOf(json).sort()).toEqual(FIXTURES);
		expect(await asked()).toEqual([
			'GET /api/medias?limit=1: 200',
			'GET /api/medias?limit=50&offset=0: 200',
		]);
	});

	it('is looked for once, however many pages there are', async () => {
		const added = await apizee().vendor.addMedias({ count: 205 });
		const { json } = await list('baseUrl', { returnAll: true });
		expect(idsOf(json)).toEqual([...idsOf(added).reverse(), ...idsOf(json).slice(205)]);
		expect(new Set(idsOf(json)).size).toBe(209);
		expect(await asked()).toEqual([
			...found,
			...[0, 100, 200].map((offset) => `GET /api/v3/medias?limit=100&offset=${offset}: 200`),
		]);
	});

	it('is remembered for later runs', async () => {
		const again = lists('baseUrl');
		await again();
		const { json } = await again();
		expect(idsOf(json).sort()).toEqual(FIXTURES);
		expect(await asked()).toEqual(['GET /api/v3/medias?limit=50&offset=0: 200']);
	});

	it('is looked for once by many items at the same time', async () => {
		const items = Array.from({ length: 8 }, (_none, number) => ({ number }));
		const { json } = await lists('baseUrl')({}, { items });
		expect(json).toHaveLength(8 * 4);
		const [first, second, ...lists8] = await asked();
		expect([first, second]).toEqual(found);
		expect(lists8).toEqual(Array<string>(8).fill('GET /api/v3/medias?limit=50&offset=0: 200'));
	});

	it.each([
		['baseUrl', 'Apizee has no list of media below the base URL'],
		['v3Url', 'Apizee does not know what was asked for'],
	] as const)('is found again after the vendor did not know it (%s)', async (base, message) => {
		const again = lists(base);
		const unknown = { kind: 'status', status: 404, path: '*/medias', times: 'always' } as const;
		await apizee().control.fault(unknown);
		expect((await again()).error?.message).toBe(`${message} [item 0]`);
		await apizee().control.clearFaults();
		const { json, error } = await again();
		expect(error).toBeUndefined();
		expect(idsOf(json).sort()).toEqual(FIXTURES);
	});

	it('is told when it is nowhere, with the next step', async () => {
		const unknown = { kind: 'status', status: 404, path: '*/medias', times: 'always' } as const;
		await apizee().control.fault(unknown);
		expect((await list('baseUrl')).error).toMatchObject({
			message: 'Apizee has no list of media below the base URL [item 0]',
			description:
				'Enter the base URL with the version of the API in the credential, such as /api/v3.',
		});
		const { message, description } = failure(apizee().access.v3Url, 404, 'GET medias');
		const { error } = await list('v3Url');
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	});

	it.each([403, 500] as const)('is not looked for elsewhere after %i', async (status) => {
		const { control, access } = apizee();
		await control.fault({ kind: 'status', status, path: '*/medias', times: 'always' });
		const { error } = await list('baseUrl');
		const { message, description } = failure(access.baseUrl, status, 'GET medias');
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
		expect(await asked()).toEqual([`GET /api/medias?limit=1: ${status}`]);
	});
});
