import type { INodeParameters } from 'n8n-workflow';

import { entered } from './conferenceInputs';
import { failure } from './failures';
import { useIotum } from './setup';

const iotum = useIotum();
const CREATE = 'conference/create';

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

async function create(additionalFields: INodeParameters, hostId: number = entered.hostId) {
	const { run } = iotum();
	const inputs = { ...entered, hostId, additionalFields, options: { maxRetries: 0 } };
	return await run('conference.create', { inputs });
}

/** A host whose plan has these features only. */
async function hostWith(...features: Array<'recording' | 'transcription'>): Promise<number> {
	const { vendor } = iotum();
	const plan = { id: 950, slug: 'odd_plan', name: 'Odd Plan', plan: true, description: '' };
	await vendor.addProduct({ ...plan, pricing: 'flat', features });
	const [{ id: companyId } = { id: 0 }] = await vendor.addCompanies({ slugs: [plan.slug] });
	const subscriptions = await vendor.subscriptions();
	const { id = 0 } = subscriptions.find((one) => one.companyId === companyId) ?? {};
	const [host] = await vendor.addHosts({ companyId, subscriptionIds: [id] });
	return host?.id ?? 0;
}

describe('what the plan of the host does not offer, in the vendor’s words', () => {
	it.each<[string, INodeParameters, () => Promise<number>]>([
		['Recording feature not enabled', { autoRecord: 'audio' }, async () => 53],
		['Transcription feature not enabled', { autoTranscribe: true }, async () => 53],
		[
			'Video recording feature not enabled',
			{ autoRecord: 'video' },
			async () => await hostWith('recording'),
		],
		[
			'One time access code feature not available',
			{ oneTimeAccessCode: true, securityPin: '123456' },
			async () => await hostWith(),
		],
		[
			"Participants has one or more contact that does not exist in the host's contact list.",
			{ participants: '35, 2061' },
			async () => 52,
		],
	])('%s', async (words, additionalFields, host) => {
		const { error, items } = await create(additionalFields, await host());
		expect(items).toEqual([]);
		const { message, description } = failure(iotum(), 422, CREATE, words);
		expect(error).toMatchObject({ message: `${message} [item 0]`, description, httpCode: '422' });
	});
});

/** Documented errors that the node does not let happen; should the vendor have reasons of its own. */
it.each([
	'Must enable one_time_access_code to use security_pin',
	"Participants must be an array of contacts'",
	'Can only include schedule details in the master conference',
	'Failed to parse the schedule rule. Unknown field "BYSETPOS"',
	'Schedule FREQ must be DAILY, WEEKLY or MONTHLY',
	'Schedule MONTHLY BYDAY only supports one item',
	'Schedule MONTHLY BYMONTHDAY only supports one item',
	'Schedule MONTHLY supports BYDAY or BYMONTHDAY, cannot use both',
	'Schedule MONTHLY BYDAY must include number and day',
	'Schedule MONTHLY must include BYDAY or BYMONTHDAY',
])('the vendor’s words "%s" reach the user', async (words) => {
	const { run, control } = iotum();
	await run('conference.get', { inputs: { conferenceId: 185 } });
	const body = { message: words };
	await control.fault({ kind: 'status', status: 422, body, path: `/enterprise_api/${CREATE}` });
	const { error } = await create({});
	const { message, description } = failure(iotum(), 422, CREATE, words);
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
});

it('a PIN that the vendor repeats in its words is not shown', async () => {
	const { run, control } = iotum();
	await run('conference.get', { inputs: { conferenceId: 185 } });
	const body = { message: 'security_pin 481516 is too weak' };
	await control.fault({ kind: 'status', status: 422, body, path: `/enterprise_api/${CREATE}` });
	// By an expression, as n8n itself logs a node's parameters.
	const { error, logs } = await create({
		oneTimeAccessCode: true,
		securityPin: '={{ 481515 + 1 }}',
	});
	expect(error?.message).toBe(
		'Iotum did not accept the request: security_pin *** is too weak [item 0]',
	);
	expect(JSON.stringify(logs)).not.toContain('481516');
});

describe('refused before anything is sent', () => {
	const formats = 'Choose the same for both, or turn one of them off.';
	const code = 'Add "One Time Access Code", or remove the PIN.';

	it.each<[INodeParameters, string, unknown]>([
		[{ securityPin: '1234' }, '"Security PIN" needs a one time access code', code],
		[
			{ securityPin: '1234', oneTimeAccessCode: false },
			'"Security PIN" needs a one time access code',
			code,
		],
		[
			{ securityPin: '12 34', oneTimeAccessCode: true },
			'"Security PIN" has other signs than digits',
			'Enter digits alone, such as 123456.',
		],
		[
			{ autoRecord: 'audio', autoStream: 'video' },
			'"Auto Stream" is "video", but "Auto Record" is "audio"',
			formats,
		],
		[{ muteMode: 'loud' }, '"Mute Mode" is "loud"', 'Use one of: conversation, q&a, presentation.'],
		[{ autoRecord: 'both' }, '"Auto Record" is "both"', 'Use one of: none, audio, video.'],
		[
			{ participants: '35, John' },
			'"Participants" is "John"',
			'Enter the ID alone, which is a whole number.',
		],
		[
			{ participantEmails: { values: [{ email: 'john', moderator: false }] } },
			'"Email" is not an e-mail address',
			'Enter one such as nathan@example.com.',
		],
		[
			{ broadcastStreamUrl: 'javascript:alert(1)' },
			'"Broadcast Stream URL" is not a web address',
			expect.any(String),
		],
	])('%j', async (additionalFields, message, description) => {
		const { error } = await create(additionalFields);
		expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
		expect(await iotum().control.requests()).toEqual([]);
	});

	it('a broadcast that is a path: the vendor needs a whole address that it can reach', async () => {
		const { error } = await create({ broadcastStreamUrl: '/talk.mp4' });
		expect(error?.message).toMatch(/^"Broadcast Stream URL" /);
		expect(await iotum().control.requests()).toEqual([]);
	});
});

it('recording and streaming may differ while one of them is off', async () => {
	const { json } = await create({ autoRecord: 'audio', autoStream: 'none' });
	expect(json).toHaveLength(1);
});
