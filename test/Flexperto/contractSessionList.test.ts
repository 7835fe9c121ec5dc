import { SESSIONS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

describe('the list of contract sessions', () => {
	it.each([
		['by a part of the name, in any case', { name: 'CONTRACT 2' }, [2]],
		['by name, found several times', { name: 'contract' }, [1, 2, 3]],
		['that are completed', { transactionCompleted: true }, [3]],
		['that are not completed', { transactionCompleted: false }, [1, 2]],
		['by both', { name: '2', transactionCompleted: true }, []],
	])('is filtered %s', async (_, filters, ids) => {
		const { run, vendor } = flexperto();
		await vendor.createSessions({ count: 2 });
		await vendor.createSessions({ documents: 1, signed: true });
		const { json } = await run('contractSession.getAll', { inputs: { filters, returnAll: true } });
		expect(json.map(({ id }) => id)).toEqual(ids);
	});

	it('is read page by page until the wanted session is found', async () => {
		const { run, vendor, control } = flexperto();
		const { id: expertId } = await vendor.createUser();
		await vendor.createSessions({ count: 250, expertId });
		const inputs = { sessionId: '150', options: { actingUserId: `${expertId}` } };
		const { json } = await run('contractSession.get', { inputs });
		expect(json).toMatchObject([{ id: 150, name: 'Contract 150' }]);
		const requests = await control.requests();
		expect(requests.map(({ path, rawQuery }) => `${path}?${rawQuery}`)).toEqual([
			`${SESSIONS}?limit=100&offset=0`,
			`${SESSIONS}?limit=100&offset=100`,
		]);
		expect(requests.map(({ headers }) => headers['x-user-id'])).toEqual(['2', '2']);
	});
});
