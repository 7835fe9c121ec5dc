import { connectAccount, TRIGGERS_WITH_OAUTH2 } from '../Iotum/pollingAccount';
import { useVivoMeetings } from '../Iotum/setup';
import { signIns } from '../Iotum/requests';
import { foundIds, hosts, watching as watchingOf } from '../Iotum/pollingWorkflow';

const vivoMeetings = useVivoMeetings(TRIGGERS_WITH_OAUTH2);

afterEach(() => jest.restoreAllMocks());

const watching = (event: Parameters<typeof watchingOf>[0], inputs = {}) =>
	watchingOf(event, { hosts: hosts(53), ...inputs }, 'vivoMeetingsPollingTrigger');

const held = async (request = {}) =>
	await vivoMeetings().vendor.addConferences({ held: true, hostId: 53, ...request });

describe('the account', () => {
	it('signs in with e-mail and password, which no failure shows', async () => {
		const { engine, control, vendor, credentials } = vivoMeetings();
		const { email, password } = credentials.vivoMeetingsApi;
		const active = await engine.activate(watching('conferenceEnded'));
		await control.clearRequests();
		await vendor.expireSessions();
		const ids = (await held()).map(({ id }) => id);
		expect(foundIds(await active.tick())).toEqual(ids);
		const requests = await control.requests();
		expect(signIns(requests)).toBe(1);
		expect(requests.find(({ path }) => path.endsWith('/authenticate'))?.body).toEqual({
			email,
			password,
		});
		engine.credentials.vivoMeetingsApi = {
			...credentials.vivoMeetingsApi,
			password: 'a-wrong-one',
		};
		const [failed] = await active.tick();
		engine.credentials.vivoMeetingsApi = credentials.vivoMeetingsApi;
		expect(failed?.error?.message).toContain('VivoMeetings rejected the e-mail and password');
		expect(JSON.stringify([failed, String(failed?.error)])).not.toContain('a-wrong-one');
	});

	it('may be connected by OAuth2', async () => {
		const { engine, control } = vivoMeetings();
		const account = await connectAccount(vivoMeetings(), 'vivoMeetingsOAuth2Api', { hostId: 51 });
		const active = await engine.activate(
			watching('conferenceEnded', { authentication: 'oAuth2', watch: 'company' }),
		);
		const ids = (await held()).map(({ id }) => id);
		expect(foundIds(await active.tick())).toEqual(ids);
		const requests = await control.requests();
		expect(signIns(requests)).toBe(0);
		for (const { headers } of requests) {
			expect(headers.authorization).toBe(`Bearer ${account.accessToken}`);
		}
	});
});
