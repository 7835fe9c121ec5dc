import type { INodeParameters } from 'n8n-workflow';

import { entered, needed } from './conferenceInputs';
import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const CREATE = 'conference/create';

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

/** Creates a conference with more fields; gives its output and the requests. */
async function create(additionalFields: INodeParameters) {
	const { run, control } = iotum();
	const inputs = { ...entered, additionalFields };
	const { json, error } = await run('conference.create', { inputs });
	return { json, error, requests: received(await control.requests()) };
}

describe('conference.create', () => {
	it('sends what the guide calls required, empty where the user left it empty', async () => {
		const { requests, json } = await create({ agenda: '', participants: '', securityPin: '' });
		expect(requests).toEqual([posted(CREATE, { ...needed, participants: [] })]);
		expect(json).toMatchObject([{ agenda: '', one_time_access_code: false, participants: [2052] }]);
	});

	it('sends switches that are off', async () => {
		const off = { autoTranscribe: false, oneTimeAccessCode: false, secureUrl: false };
		const { requests } = await create({ ...off, hostInitiatedRecording: false });
		expect(requests).toEqual([
			posted(CREATE, {
				...needed,
				participants: [],
				auto_transcribe: false,
				secure_url: false,
				host_initiated_recording: false,
			}),
		]);
	});

	it.each<[string, INodeParameters, object, number[], number[]]>([
		[
			'e-mail addresses, of which new ones become contacts',
			{
				participantEmails: {
					values: [{ email: 'john@customer.example', moderator: true }, { email: 'new@a.example' }],
				},
			},
			{
				participant_emails: [
					{ email: 'john@customer.example', moderator: true },
					{ email: 'new@a.example', moderator: false },
				],
			},
			[2052, 35, 1001],
			[2052, 35],
		],
		[
			'other hosts of the company',
			{ participantHosts: { values: [{ hostId: { __rl: true, mode: 'list', value: '53' } }] } },
			{ participant_hosts: [{ host_id: 53, moderator: false }] },
			[2052, 2053],
			[2052],
		],
		[
			'a list of contacts',
			{ participants: '={{ [37] }}' },
			{ participants: [37] },
			[2052, 37],
			[2052],
		],
	])('invites %s', async (_, invited, sent, participants, moderators) => {
		const { requests, json } = await create(invited);
		expect(requests).toEqual([posted(CREATE, { ...needed, ...sent })]);
		expect(json).toMatchObject([{ participants, moderators }]);
	});

	it('is not repeated when its answer is lost: a second conference would invite people twice', async () => {
		const { run, control, vendor } = iotum();
		// With a session, so that the sign-in is not what goes wrong.
		await run('conference.get', { inputs: { conferenceId: 185 } });
		await control.clearRequests();
		await control.fault({ kind: 'reset', when: 'after', path: `/enterprise_api/${CREATE}` });
		const { error, requests } = await create({});
		expect(error).toMatchObject({
			message: 'Iotum closed the connection too early [item 0]',
			description: expect.stringContaining('Whether Iotum carried it out is unknown'),
		});
		expect(requests).toHaveLength(1);
		expect((await vendor.conferences()).filter(({ id }) => id > 1000)).toHaveLength(1);
	});
});
