import { refusal, useSandbox } from './harness';
import { post, signedIn } from './iotumHarness';

const sandbox = useSandbox();

describe('chats', () => {
	test('take messages by number or by the channel’s name', async () => {
		const send = await signedIn(sandbox());
		const room = { company_id: 5, message: 'Hello' };
		expect((await send('chat/create', { ...room, id: 123 })).data).toEqual({ message: 'OK' });
		expect((await send('chat/create', { ...room, slug: 'general' })).status).toBe(200);
		expect(await sandbox().control.iotum.chatRooms()).toMatchObject([
			{ id: 123, messages: ['Hello'] },
			{ slug: 'general', messages: ['Hello'] },
		]);
	});

	test.each([
		[{}, 400, 'id is required'],
		[{ id: 123, slug: 'general' }, 400, 'id and slug exclude each other'],
		[{ slug: 'unknown' }, 404, 'No chat room unknown'],
		[{ company_id: 6, id: 123 }, 404, 'No chat room 123'],
		[{ company_id: 7, id: 123 }, 403, 'Company 7 is beyond the scope of your role'],
	])('%j is refused', async (change, status, message) => {
		const send = await signedIn(sandbox());
		const answer = await send('chat/create', { company_id: 5, message: 'Hello', ...change });
		expect(refusal(answer)).toEqual({ status, message });
	});

	test('are for Reseller Admins', async () => {
		const send = await signedIn(sandbox(), 'iotum', 'companyAdmin');
		const body = { company_id: 5, id: 123, message: 'Hello' };
		expect((await send('chat/create', body)).status).toBe(403);
		expect((await post(sandbox(), 'iotum', 'chat/create', body)).status).toBe(401);
	});
});
