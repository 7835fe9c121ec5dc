import { usePicker } from './pickerLooks';

// The list behind "Agent" and "Moderator": the users of the own enterprise, by user name.

const { apizee, newEditor, newUser, answers } = usePicker('searchAgents');

const page = (offset: number, { path = '/api', enterprise = 1 } = {}) =>
	`GET ${path}/enterprises/${enterprise}/users?limit=100&offset=${offset}`;
const me = 'GET /api/users/me';

const alice = {
	name: 'Alice Agent (alice.agent@apizee.example)',
	value: 'alice.agent@apizee.example',
};
const bruno = {
	name: 'Bruno Agent (bruno.agent@apizee.example)',
	value: 'bruno.agent@apizee.example',
};

describe.each(['object', 'number'] as const)(
	'the enterprise of the user as %s',
	(enterpriseOfUser) => {
		it.each(['/api', '/api/v3'])(
			'at %s: the first opening takes a sign-in, one request for the enterprise and one for the list',
			async (path) => {
				await apizee().vendor.setSettings({ enterpriseOfUser });
				const editor = await newEditor({ path, signsIn: true });
				const { results, paginationToken, requests } = await editor.look();
				expect(results.slice(0, 2)).toEqual([alice, bruno]);
				expect(paginationToken).toBeUndefined();
				expect(requests).toEqual([`POST ${path}/token`, `GET ${path}/users/me`, page(0, { path })]);
				expect((await editor.look()).requests).toEqual([page(0, { path })]);
			},
		);
	},
);

it.each<[string, object]>([
	['a text', { enterprise_id: '7' }],
	['an entry of another spelling', { enterpriseId: 7 }],
	['a number under its name', { enterprise: 7 }],
	['an object with a text', { enterprise: { id: '7', name: 'Other' } }],
])('takes the number of the enterprise also as %s', async (_what, entries) => {
	await answers('users/me', { id: 5, ...entries });
	await answers('enterprises/7/users', {
		total: 1,
		data: [{ id: 5, name: 'Ann', username: 'ann' }],
	});
	const { results, requests } = await (await newEditor()).look();
	expect(results).toEqual([{ name: 'Ann (ann)', value: 'ann' }]);
	expect(requests).toEqual([me, page(0, { enterprise: 7 })]);
});

it('shows 250 users page by page, each once', async () => {
	await apizee().vendor.addUsers({ count: 247, name: 'Many Hands' });
	const editor = await newEditor();
	const pages = await editor.turnPages();
	expect(pages.map(({ results }) => results.length)).toEqual([100, 100, 50]);
	const own = (await apizee().vendor.users()).filter(({ enterpriseId }) => enterpriseId === 1);
	const shown = pages.flatMap(({ results }) => results.map(({ value }) => value));
	expect(shown).toEqual(own.map(({ username }) => username));
	expect(pages.map(({ requests }) => requests)).toEqual([[me, page(0)], [page(100)], [page(200)]]);
});

it.each([
	['the name', 'BRUNO AG'],
	['the user name', 'bruno.agent@'],
])('finds what the user types in %s, in any case', async (_where, filter) => {
	const editor = await newEditor();
	const { results, paginationToken, requests } = await editor.look({ filter });
	expect({ results, paginationToken }).toEqual({ results: [bruno] });
	expect(requests).toEqual([me, page(0)]);
});

it('goes through two pages for what is typed, and on with the next turn', async () => {
	await apizee().vendor.addUsers({ count: 248, name: 'Many Hands' });
	const { username } = await newUser();
	const editor = await newEditor();
	await editor.look();
	const pages = await editor.turnPages({ filter: username });
	expect(pages.map(({ results }) => results.map(({ value }) => value))).toEqual([[], [username]]);
	expect(pages.map(({ requests }) => requests)).toEqual([[page(0), page(100)], [page(200)]]);
});

it('shows nothing when nobody fits', async () => {
	const { results, paginationToken } = await (await newEditor()).look({ filter: 'nobody' });
	expect({ results, paginationToken }).toEqual({ results: [] });
});

it.each<[string, object, string, string]>([
	[
		'a login',
		{ id: 5, login: 'ann', email: 'ann@example.com', nickname: 'Ann' },
		'Ann (ann)',
		'ann',
	],
	[
		'an e-mail address',
		{ id: 5, email: 'ann@example.com' },
		'User (ann@example.com)',
		'ann@example.com',
	],
	['an ID alone', { id: 5 }, 'User (5)', '5'],
	[
		'an empty user name',
		{ id: 5, username: '', email: 'a@example.com', name: 'Ann' },
		'Ann (a@example.com)',
		'a@example.com',
	],
])(
	'knows a user by %s, as the vendor does not document the list',
	async (_what, user, name, value) => {
		await answers('enterprises/1/users', { total: 1, data: [user] });
		const { results } = await (await newEditor()).look();
		expect(results).toEqual([{ name, value }]);
	},
);
