import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const PARTICIPANTS = 'customer@example.com, +33 6 12 34 56 78';

/** What every conference's query begins with. */
const QUERY = 'participants=customer%40example.com%2C%2B33612345678';

/** Creates a conference; gives the result and the requests. */
async function create(additionalFields = {}, inputs = {}) {
	const { run, control } = apizee();
	const options = { maxRetries: 0 };
	const result = await run('conference.create', {
		inputs: { participants: PARTICIPANTS, additionalFields, options, ...inputs },
	});
	return { ...result, requests: received(await control.requests()) };
}

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
const room = expect.stringMatching(/^http:\/\/127.0.0.1:\d+\/meet\/private\/[0-9a-f]{32}\/\w+$/);
const shortUrl = expect.stringMatching(/^http:\/\/127.0.0.1:\d+\/short\/\w+$/);
const alice = { id: 2899, name: 'Alice Agent' };

const simple = {
	id: 1000001,
	name: 'Annual review',
	status: 'scheduled',
	start_time: time,
	end_time: time,
	url: room,
	sip_phone_number: '+33 2 57 57 97 61',
	sip_dtmf_code: '000001',
	moderator: alice,
};

secondOfTwoItemsFails('conference.create', apizee, ({ access }) => ({
	inputs: {
		participants: PARTICIPANTS,
		additionalFields: { name: 'Annual review', moderator: '={{ $json.moderator }}' },
	},
	items: [{ moderator: access.agent.username }, { moderator: 'nobody@apizee.example' }],
	outputs: [simple],
	error: failure(
		access.baseUrl,
		400,
		'POST conferences',
		'moderator nobody@apizee.example is not a user of the enterprise',
	),
	requests: ['alice.agent', 'nobody'].map(
		(login) =>
			`POST conferences?${QUERY}&moderator=${login}%40apizee.example&name=Annual%20review&invite=false`,
	),
}));

it('outputs all that the vendor tells when Simplify is off', async () => {
	const { json } = await create({ name: 'Annual review' }, { simplify: false });
	expect(json).toEqual([
		{
			...simple,
			created: time,
			modified: time,
			room_name: expect.stringMatching(/^[0-9a-f]{32}:\w+$/),
			short_url: shortUrl,
			organizer: alice,
			created_by: alice,
			service_key: apizee().access.fixtures.conferenceServiceKey,
		},
	]);
});

it('sends every field by the vendor’s name, and nothing in the body', async () => {
	const { error, requests } = await create({
		duration: 45,
		entryMode: 'lobby',
		invite: true,
		language: 'fr',
		message: 'Grüße\n100 % & mehr',
		moderation: true,
		moderator: { __rl: true, mode: 'list', value: 'bruno.agent@apizee.example' },
		name: 'Case 1+1 "#2"',
		open: true,
		password: '12*#',
		reminder: 10,
		ssoLink: true,
		startTime: '2030-06-01T10:00:00Z',
		templateId: 3,
		customParameters: { values: [{ name: 'zone', value: 'a b' }] },
	});
	expect(error?.message).toBe('Apizee did not accept the request: zone is unknown [item 0]');
	expect(requests).toEqual([
		[
			`POST conferences?${QUERY}&duration=45&entryMode=lobby&language=fr`,
			'message=Gr%C3%BC%C3%9Fe%0A100%20%25%20%26%20mehr&moderation=true',
			'moderator=bruno.agent%40apizee.example&name=Case%201%2B1%20%22%232%22&open=true',
			'password=12%2A%23&reminder=10&templateId=3&invite=true',
			'startTime=2030-06-01T10%3A00%3A00Z&scope=sso&zone=a%20b',
		].join('&'),
	]);
});

it('sends what is switched off, and not what is left empty', async () => {
	const off = { moderation: false, open: false, ssoLink: false };
	const empty = {
		name: '',
		message: ' ',
		password: '',
		moderator: '',
		startTime: '',
		language: '',
	};
	const { error, requests } = await create({ ...off, ...empty, entryMode: '' });
	expect(error).toBeUndefined();
	expect(requests).toEqual([`POST conferences?${QUERY}&moderation=false&open=false&invite=false`]);
});

it('takes any login for the moderator, whatever signs it has', async () => {
	const [user] = await apizee().vendor.addUsers({ name: "Müller & O'Neil" });
	const moderator = user?.username ?? '';
	expect(moderator).toBe("müller.&.o'neil@apizee.example");
	const { error, json } = await create({
		moderator: { __rl: true, mode: 'list', value: moderator },
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ moderator: { name: "Müller & O'Neil" } }]);
});
