import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

secondOfTwoItemsFails('chat.sendMessage', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: 5, slug: '={{ $json.slug }}', message: '={{ $json.message }}' },
	items: [
		{ slug: 'general', message: 'Your recording is there: "Annual review" ✓' },
		{ slug: 'nowhere', message: 'Lost' },
	],
	outputs: [{ success: true, companyId: 5, slug: 'general' }],
	error: {
		message: 'Iotum does not know what was asked for: No chat room nowhere',
		description: `Check the IDs of this item. ${asked(baseUrl, 'chat/create', 404)}`,
	},
	requests: [
		posted('chat/create', {
			company_id: 5,
			slug: 'general',
			message: 'Your recording is there: "Annual review" ✓',
		}),
		posted('chat/create', { company_id: 5, slug: 'nowhere', message: 'Lost' }),
	],
}));

it('writes to a direct chat by its number', async () => {
	const { run, control, vendor } = iotum();
	const inputs = { companyId: '5', roomId: '123', message: 'Hello' };
	const { json } = await run('chat.sendMessage', { inputs });
	expect(json).toEqual([{ success: true, companyId: 5, roomId: 123 }]);
	expect(received(await control.requests())).toEqual([
		posted('chat/create', { company_id: 5, id: 123, message: 'Hello' }),
	]);
	const rooms = await vendor.chatRooms();
	expect(rooms.find(({ id }) => id === 123)?.messages).toEqual(['Hello']);
});

it('does not write the same message twice when an answer is lost', async () => {
	const { run, control, vendor } = iotum();
	await openSession(iotum());
	await control.fault({ kind: 'status', status: 503, when: 'after', path: '*/chat/create' });
	const inputs = { companyId: 5, roomId: 123, message: 'Hello' };
	const { error } = await run('chat.sendMessage', { inputs });
	expect(error?.description).toContain('Whether Iotum carried it out is unknown');
	expect((await vendor.chatRooms()).flatMap(({ messages }) => messages)).toEqual(['Hello']);
});

it.each([
	[{}, '"Chat Room ID" is empty, and so is "Channel"', 'Fill in one of the two.'],
	[
		{ roomId: 123, slug: 'general' },
		'"Chat Room ID" is filled in beside "Channel"',
		'Fill in one of the two.',
	],
	[
		{ roomId: 'general' },
		'"Chat Room ID" is "general"',
		'Enter the ID alone, which is a whole number.',
	],
	[
		{ roomId: 123, message: '={{ $json.missing }}' },
		'"Message" is empty',
		'Enter a value or map one to it.',
	],
])('refuses %j before anything is sent', async (room, message, description) => {
	const { run, control } = iotum();
	const inputs = { companyId: 5, message: 'Hello', ...room };
	const { error } = await run('chat.sendMessage', { inputs });
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	expect(await control.requests()).toEqual([]);
});
