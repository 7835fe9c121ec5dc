import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const options = { maxRetries: 0 };
const alice = { id: 2899, name: 'Alice Agent' };
const ids = { conferenceId: '={{ $json.conferenceId }}' };

/** The fixture as the node shows it. */
function annualReview() {
	const { url } = apizee().access;
	const owner = '7a3dc7997a3dc7997a3dc7997a3dc791';
	return {
		id: 842341,
		name: 'Annual review',
		status: 'ended',
		start_time: '2023-07-13T16:21:57+00:00',
		end_time: '2023-07-13T17:21:57+00:00',
		url: expect.stringMatching(new RegExp(`^${url}/meet/private/${owner}/[0-9a-f]{32}$`)),
		sip_phone_number: '+33 2 57 57 97 61',
		sip_dtmf_code: '842341',
		moderator: alice,
	};
}

secondOfTwoItemsFails('conference.get', apizee, ({ access }) => ({
	inputs: ids,
	items: [{ conferenceId: 842341 }, { conferenceId: 90002 }],
	outputs: [annualReview()],
	error: failure(
		access.baseUrl,
		403,
		'GET conferences/90002',
		'The conference belongs to another enterprise.',
	),
	requests: ['GET conferences/842341', 'GET conferences/90002'],
}));

secondOfTwoItemsFails('conference.delete', apizee, async ({ access, vendor }) => {
	const [conference] = await vendor.addConferences();
	const conferenceId = conference?.id ?? 0;
	return {
		inputs: ids,
		items: [{ conferenceId }, { conferenceId: 7 }],
		outputs: [{ deleted: true }],
		error: failure(access.baseUrl, 404, 'DELETE conferences/7', 'There is no conference.'),
		requests: [`DELETE conferences/${conferenceId}`, 'DELETE conferences/7'],
	};
});

describe('a conference', () => {
	const get = async (inputs = {}) =>
		await apizee().run('conference.get', { inputs: { conferenceId: 842341, options, ...inputs } });

	it('is output as the vendor has it when Simplify is off', async () => {
		const { json } = await get({ simplify: false });
		expect(json).toEqual([
			{
				...annualReview(),
				created: '2023-07-13T16:21:57+00:00',
				modified: '2023-07-13T16:21:57+00:00',
				room_name: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{32}$/),
				short_url: expect.stringMatching(/^http:\/\/127.0.0.1:\d+\/short\/[0-9a-f]{10}$/),
				organizer: alice,
				created_by: alice,
				service_key: apizee().access.fixtures.conferenceServiceKey,
			},
		]);
	});

	it.each([
		['picked from the list', { __rl: true, mode: 'list', value: '842341' }],
		['entered by ID', { __rl: true, mode: 'id', value: ' 842341 ' }],
		['mapped as a number', '={{ 842341 }}'],
	])('can be %s', async (_, conferenceId) => {
		expect((await get({ conferenceId })).json).toEqual([annualReview()]);
	});

	it('has a link that signs the moderator in when that is asked for', async () => {
		const { control } = apizee();
		const { json, logs } = await get({ options: { ...options, ssoLink: true } });
		expect(json).toEqual([
			{ ...annualReview(), sso_url: expect.stringMatching(/\?access_token=ey[\w.-]+$/) },
		]);
		expect(received(await control.requests())).toEqual(['GET conferences/842341?scope=sso']);
		expect(JSON.stringify(logs)).not.toContain('access_token');
	});

	it('has none otherwise, also when the option is switched off', async () => {
		const { control } = apizee();
		const { json } = await get({ options: { ...options, ssoLink: false }, simplify: false });
		expect(json[0]).not.toHaveProperty('sso_url');
		expect(received(await control.requests())).toEqual(['GET conferences/842341']);
	});
});

it.each(['conference.get', 'conference.delete', 'conference.getMedia'] as const)(
	'%s refuses what is no ID before anything is sent',
	async (operation) => {
		const { run, control } = apizee();
		for (const conferenceId of ['../users/me', 'a/b', '842341?scope=sso', '..', '={{ null }}']) {
			const { error } = await run(operation, { inputs: { conferenceId, options } });
			expect(error?.message).toMatch(/^"Conference" (is not an ID|is empty) \[item 0\]$/);
		}
		expect(await control.requests()).toEqual([]);
	},
);

describe('deleting', () => {
	it('deletes the conference that was meant, and only that', async () => {
		const { run, vendor } = apizee();
		const [first, second] = await vendor.addConferences({ count: 2 });
		await run('conference.delete', { inputs: { conferenceId: first?.id ?? 0, options } });
		const left = (await vendor.conferences()).map(({ id }) => id);
		expect(left).toContain(second?.id);
		expect(left).not.toContain(first?.id);
	});

	it('is not done for an item that comes from a step that failed', async () => {
		const { run, control } = apizee();
		const items = [{ error: 'The earlier step failed' }];
		const { error } = await run('conference.delete', { inputs: { conferenceId: 842341 }, items });
		expect(error?.message).toMatch(/^This item comes from a step that failed/);
		expect(await control.requests()).toEqual([]);
	});

	it('is not repeated when nobody knows whether it was done', async () => {
		const { run, control, access } = apizee();
		await control.fault({ kind: 'status', status: 500, method: 'DELETE', times: 'always' });
		const { error } = await run('conference.delete', { inputs: { conferenceId: 842341 } });
		expect(error?.description).toBe(
			`Try again later. Whether Apizee carried it out is unknown: look before running it again. DELETE ${access.baseUrl}/conferences/842341: HTTP 500.`,
		);
		expect(await control.requests({ method: 'DELETE' })).toHaveLength(1);
	});
});
