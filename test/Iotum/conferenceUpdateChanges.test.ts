import type { INodeParameters } from 'n8n-workflow';

import { scheduled } from './conferenceInputs';
import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const FETCH = 'conference/fetch';
const UPDATE = 'conference/update';

const present = {
	subject: 'Savings',
	agenda: '',
	start: '2026-07-05 13:00:00',
	time_zone: 'America/Toronto',
	duration: 60,
	one_time_access_code: false,
};

/** Updates a conference; gives the output and the requests after the one that reads it. */
async function update(conferenceId: number, updateFields: INodeParameters, more = {}) {
	const { run, control } = iotum();
	const inputs = { conferenceId, updateFields, options: { maxRetries: 0 }, ...more };
	const { json, error } = await run('conference.update', { inputs });
	const [first, ...others] = received(await control.requests());
	expect(first).toEqual(posted(FETCH, { conference_id: conferenceId }));
	return { json, error, requests: others };
}

it.each<[string, INodeParameters, object]>([
	['a subject', { subject: 'Loans' }, { subject: 'Loans' }],
	[
		'participants, and not an empty list of e-mail addresses',
		{ participants: '37', participantEmails: {} },
		{ participants: [37] },
	],
	['a switch that is off', { autoTranscribe: false }, { auto_transcribe: false }],
	['nothing of what is left empty', { subject: '', agenda: '', duration: 90 }, { duration: 90 }],
])('a vendor that takes changes alone gets %s', async (_, updateFields, sent) => {
	await iotum().vendor.acceptPartialUpdates(true);
	const id = await scheduled(iotum());
	const { json, requests } = await update(id, updateFields);
	expect(requests).toEqual([posted(UPDATE, { conference_id: id, ...sent })]);
	expect(json).toMatchObject([{ conference_id: id, start_iso: '2026-07-05T13:00:00-04:00' }]);
});

describe('a vendor that wants all fields', () => {
	it('gets the present values as well, after it has refused the changes alone', async () => {
		const id = await scheduled(iotum());
		const { json, requests } = await update(id, { subject: 'Loans' });
		const change = { conference_id: id, subject: 'Loans' };
		expect(requests).toEqual([posted(UPDATE, change), posted(UPDATE, { ...present, ...change })]);
		expect(json).toMatchObject([{ subject: 'Loans', start: '2026-07-05 13:00:00', duration: 60 }]);
	});

	it('keeps the access code of a conference that has one of its own', async () => {
		const { vendor } = iotum();
		const [{ id } = { id: 0 }] = await vendor.addConferences({ oneTimeAccessCode: true });
		const { oneTimeAccessCode } = await vendor.conference(id);
		const { requests, json } = await update(id, { securityPin: '987654' });
		expect(requests[1]?.body).toMatchObject({
			one_time_access_code: true,
			security_pin: '987654',
		});
		expect(json).toMatchObject([{ one_time_access_code: Number(oneTimeAccessCode) }]);
	});

	it('takes the access code away when the user says so', async () => {
		const { vendor } = iotum();
		const [{ id } = { id: 0 }] = await vendor.addConferences({ oneTimeAccessCode: true });
		const { requests, json } = await update(id, { oneTimeAccessCode: false });
		expect(requests[1]?.body).toMatchObject({ one_time_access_code: false });
		expect(json).toMatchObject([{ one_time_access_code: false }]);
	});

	it('shows the reason when it refuses that too', async () => {
		const id = await scheduled(iotum());
		const path = `/enterprise_api/${UPDATE}`;
		const body = { message: 'subject is too odd' };
		await update(id, { subject: 'Odd' });
		await iotum().control.clearRequests();
		await iotum().control.fault({ kind: 'status', status: 400, body, path, times: 2 });
		const { error, requests } = await update(id, { subject: 'Odd' });
		expect(requests).toHaveLength(2);
		const { message, description } = failure(iotum(), 400, UPDATE, body.message);
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	});
});

it('a refusal for another reason than the form is not answered with all fields', async () => {
	const { vendor } = iotum();
	await vendor.acceptPartialUpdates(true);
	const id = await scheduled(iotum());
	const { error, requests } = await update(id, { securityPin: '1234' });
	expect(requests).toHaveLength(1);
	const words = 'Must enable one_time_access_code to use security_pin';
	const { message, description } = failure(iotum(), 422, UPDATE, words);
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
});

it('gives the raw answer when Simplify is off', async () => {
	const id = await scheduled(iotum());
	const { json } = await update(id, { muteMode: 'q&a' }, { simplify: false });
	expect(json).toMatchObject([
		{ mute_mode: 'q&a', moderator_token: expect.any(String), start_iso: expect.any(String) },
	]);
});

it.each<[string, INodeParameters, string, string]>([
	['nothing to change', {}, '"Update Fields" is empty', 'Add at least one field to change.'],
	[
		'fields left empty',
		{ subject: ' ', participants: '' },
		'"Update Fields" is empty',
		'Add at least one field to change.',
	],
	[
		'a PIN while the code is taken away',
		{ securityPin: '1', oneTimeAccessCode: false },
		'"Security PIN" needs a one time access code',
		'Add "One Time Access Code", or remove the PIN.',
	],
	[
		'formats that differ',
		{ autoRecord: 'audio', autoStream: 'video' },
		'"Auto Stream" is "video", but "Auto Record" is "audio"',
		'Choose the same for both, or turn one of them off.',
	],
])('%s: refused before anything is sent', async (_, updateFields, message, description) => {
	const { run, control } = iotum();
	const inputs = { conferenceId: 185, updateFields };
	const { error } = await run('conference.update', { inputs });
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	expect(await control.requests()).toEqual([]);
});
