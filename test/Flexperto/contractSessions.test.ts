import { received, SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { john, newSession } from './signing';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

/** A session as it is output with Simplify on. */
const simplified = {
	id: 1,
	name: 'Task-123 / Contract',
	method: 'aes',
	transaction_completed: false,
	customer_name: 'John Doe',
	customer_email: john.email,
	created_at: expect.any(String),
};

secondOfTwoItemsFails('contractSession.initiate', flexperto, async ({ vendor, run, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const expert = await vendor.createUser();
	const actingUserId = `${expert.id}`;
	const [meeting] = (
		await run('meeting.reserve', {
			inputs: {
				actingUserId,
				accessLinkNotBefore: '2026-03-01T10:00Z',
				accessLinkValidUntil: '2026-03-01T11:00Z',
			},
		})
	).json;
	const request = `POST ${SESSIONS}/initiate`;
	const body = { name: 'Task-123 / Contract', method: 'aes', participants: [john] };
	return {
		inputs: {
			...newSession,
			actingUserId,
			additionalFields: { meetingId: '={{ $json.meeting }}' },
			options: { maxSessionsPerRun: 2 },
		},
		items: [{ meeting: meeting?.id }, { meeting: 999 }],
		outputs: [
			{
				...simplified,
				expert_name: `${expert.firstName} ${expert.lastName}`,
				expert_email: expert.email,
			},
		],
		error: {
			message:
				'Flexperto did not accept the request: meeting_id 999: the expert has no such meeting.',
			description: `Check the inputs of this item. POST ${baseUrl}${SESSIONS}/initiate: HTTP 422.`,
		},
		requests: [
			{ request, apiKey, actingUserId, body: { ...body, meeting_id: meeting?.id } },
			{ request, apiKey, actingUserId, body: { ...body, meeting_id: 999 } },
		],
	};
});

it('initiates a session without a meeting and gives the whole record with Simplify off', async () => {
	const { run, vendor, control } = flexperto();
	const { id } = await vendor.createUser();
	const inputs = { ...newSession, actingUserId: `${id}`, method: 'QES', simplify: false };
	const { json } = await run('contractSession.initiate', { inputs });
	const [{ session } = { session: undefined }] = await vendor.sessions();
	expect(json).toEqual([{ ...session }]);
	expect(session).toMatchObject({
		method: 'qes',
		meta: { foreign_session_id: expect.any(String) },
	});
	expect(received(await control.requests())).toMatchObject([
		{ body: { name: newSession.name, method: 'qes', participants: [john] } },
	]);
});

secondOfTwoItemsFails('contractSession.getAll', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const expert = await vendor.createUser();
	await vendor.createSessions({ expertId: 1 });
	const sessions = await vendor.createSessions({ count: 3, expertId: expert.id });
	return {
		inputs: { limit: 2, options: { actingUserId: '={{ $json.user }}' } },
		items: [{ user: expert.id }, { user: 999 }],
		outputs: sessions.slice(0, 2).map(({ session }) => ({
			...simplified,
			id: session.id,
			name: session.name,
			customer_name: session.customer_name,
			customer_email: session.customer_email,
			expert_name: session.expert_name,
			expert_email: expert.email,
		})),
		error: {
			message:
				'Flexperto does not allow this with the API key: x-user-id 999: no such user on this tenant.',
			description: `Use the key of an administrator, and check "Act as User". GET ${baseUrl}${SESSIONS}: HTTP 403.`,
		},
		requests: [`${expert.id}`, '999'].map((actingUserId) => ({
			request: expect.stringMatching(`^GET ${SESSIONS}\\?limit=\\d+&offset=0$`),
			apiKey,
			actingUserId,
		})),
	};
});

secondOfTwoItemsFails('contractSession.get', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey } = sandbox.flexperto;
	const [, { session } = { session: undefined }] = await vendor.createSessions({ count: 2 });
	const request = { request: `GET ${SESSIONS}?limit=100&offset=0`, apiKey };
	return {
		inputs: { sessionId: '={{ $json.session }}', simplify: false },
		items: [{ session: session?.id }, { session: 999 }],
		outputs: [{ ...session }],
		error: {
			message: 'Flexperto lists no contract session 999',
			description: 'Check the ID, and whether Options > Act as User may see the session.',
		},
		requests: [request, request],
	};
});

it('says that the address of the list is not documented when the vendor does not know it', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'status', status: 404, body: { message: 'No endpoint' } });
	const { error } = await run('contractSession.getAll');
	expect(error?.message).toBe(
		'Flexperto has no list of contract sessions at the expected address: No endpoint [item 0]',
	);
	expect(error?.description).toContain('The vendor does not document this address');
});
