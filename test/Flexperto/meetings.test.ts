import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { received, RESERVE } from './requests';
import { useFlexperto } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const morning = {
	accessLinkNotBefore: '2026-03-01T10:00:00Z',
	accessLinkValidUntil: '2026-03-01T11:00:00Z',
};
const request = `POST ${RESERVE}?supressMails=true`;
const john = { email: 'john.doe@example.com', firstname: 'John', lastname: 'Doe' };

/** Reserves a meeting for a new expert; gives what the vendor got. */
async function reserve(inputs: INodeParameters) {
	const { vendor, run, control } = flexperto();
	const expert = await vendor.createUser();
	await control.clearRequests();
	const result = await run('meeting.reserve', {
		inputs: { actingUserId: `${expert.id}`, ...inputs },
	});
	return { expert, result, requests: received(await control.requests()) };
}

secondOfTwoItemsFails('meeting.reserve', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const expert = await vendor.createUser();
	const customer = await vendor.createUser({ roles: ['CUSTOMER'] });
	const body = {
		access_link_not_before: '2026-03-01T10:00:00.000Z',
		access_link_valid_until: '2026-03-01T11:00:00.000Z',
		participants: [john],
	};
	const link = expect.stringMatching(`^${baseUrl}/join/[\\w.-]+$`);
	return {
		inputs: {
			...morning,
			actingUserId: '={{ $json.user }}',
			additionalFields: { participants: { values: [john] } },
		},
		items: [{ user: expert.id }, { user: customer.id }],
		outputs: [{ id: 1, moderator: { link }, participants: [{ ...john, link, meta: {} }] }],
		error: {
			message: `Flexperto does not allow this with the API key: User ${customer.id} is not an expert.`,
			description: `Use the key of an administrator, and check "Act as User". POST ${baseUrl}${RESERVE}: HTTP 403.`,
		},
		requests: [
			{ request, apiKey, actingUserId: `${expert.id}`, body },
			{ request, apiKey, actingUserId: `${customer.id}`, body },
		],
	};
});

describe('the participants', () => {
	it.each([
		['none', undefined, [{}]],
		['none, though the field was added', { participants: {} }, [{}]],
		[
			'several',
			{ participants: { values: [john, { firstname: 'Jane' }, {}] } },
			[john, { firstname: 'Jane' }, {}],
		],
	])('%s: one link each', async (_, additionalFields, participants) => {
		const { result, requests } = await reserve({ ...morning, additionalFields });
		expect(requests).toHaveLength(1);
		expect(requests[0]?.body).toHaveProperty('participants', participants);
		expect(result.json[0]?.participants).toHaveLength(participants.length);
	});

	it('are refused with an address that is none', async () => {
		const additionalFields = { participants: { values: [john, { ...john, email: 'jane' }] } };
		const { result, requests } = await reserve({ ...morning, additionalFields });
		expect(result.error?.message).toBe('"Email" is not an e-mail address [item 0]');
		expect(requests).toEqual([]);
	});

	it('get an invitation only when the user wants e-mails', async () => {
		const additionalFields = { participants: { values: [john] } };
		await reserve({ ...morning, additionalFields });
		expect(await flexperto().vendor.mails()).toEqual([]);
		const options = { suppressEmails: false };
		const { requests } = await reserve({ ...morning, additionalFields, options });
		expect(requests).toMatchObject([{ request: `POST ${RESERVE}?supressMails=false` }]);
		expect(await flexperto().vendor.mails()).toMatchObject([
			{ kind: 'meeting invitation', to: john.email },
		]);
	});
});

it('gives links that open the meeting inside the window only', async () => {
	const { control } = flexperto();
	const additionalFields = { participants: { values: [john] } };
	const { expert, result } = await reserve({ ...morning, additionalFields });
	const links = JSON.stringify(result.json).match(/http[^"]+/g) ?? [];
	const [ofExpert = '', ofJohn = ''] = links;
	const open = async (url: string, now: string) => {
		await control.setClock(now, { frozen: true });
		const { status, data } = await axios.get(url, { validateStatus: () => true, proxy: false });
		return [status, data];
	};
	const inside = '2026-03-01T10:30:00Z';
	expect(await open(ofJohn, '2026-03-01T09:59:59Z')).toEqual([
		403,
		expect.stringContaining('Too early'),
	]);
	expect(await open(ofJohn, inside)).toEqual([
		200,
		expect.stringContaining('joined as John Doe, a participant'),
	]);
	const asModerator = `joined as ${expert.firstName} ${expert.lastName}, the moderator`;
	expect(await open(ofExpert, inside)).toEqual([200, expect.stringContaining(asModerator)]);
	expect(await open(ofExpert, '2026-03-01T11:00:01Z')).toEqual([
		403,
		expect.stringContaining('Too late'),
	]);
});
