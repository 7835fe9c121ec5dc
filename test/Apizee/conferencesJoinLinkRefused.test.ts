import { useApizee } from './setup';

// Addresses of which there is no join link.

const apizee = useApizee();

const ROOM = 'https://meet.apizee.com/private/7a3d/ae22';

/** The join link of a room. */
const join = async (url: string | null | undefined) =>
	await apizee().run('conference.getJoinLink', {
		inputs: { url: '={{ $json.url }}' },
		items: [{ url }],
	});

afterEach(async () => expect(await apizee().control.requests()).toEqual([]));

it.each([
	'meet.apizee.com/private/7a3d',
	'http://meet.apizee.com/private/7a3d',
	'javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'//meet.apizee.com/private',
	'file:///etc/passwd',
	'https://',
])('refuses %s', async (url) => {
	const { error } = await join(url);
	expect(error).toMatchObject({
		message: '"URL" is not an address with https:// [item 0]',
		description: 'Enter the url of a conference.',
		itemIndex: 0,
	});
});

it('refuses an address with a user name or password in it, and does not repeat them', async () => {
	const { error } = await join('https://user:pa55word@meet.apizee.com/private/7a3d');
	expect(error).toMatchObject({
		message: '"URL" contains a user name or password [item 0]',
		description: 'Enter the url of a conference.',
	});
	expect(JSON.stringify(error)).not.toContain('pa55word');
});

it.each(['', null, undefined])('refuses an address that is empty (%j)', async (url) => {
	expect((await join(url)).error).toMatchObject({
		message: '"URL" is empty [item 0]',
		description: 'Enter a value or map one to it.',
	});
});

it('stops before the first item when a later one is wrong, or goes on with Continue On Fail', async () => {
	const { run } = apizee();
	const inputs = { url: '={{ $json.url }}' };
	const items = [{ url: ROOM }, { url: 'room 5' }];
	expect((await run('conference.getJoinLink', { inputs, items })).error).toMatchObject({
		itemIndex: 1,
	});
	const { json } = await run('conference.getJoinLink', { inputs, items, continueOnFail: true });
	expect(json).toMatchObject([
		{ url: ROOM },
		{ error: '"URL" is not an address with https:// [item 1]' },
	]);
});
