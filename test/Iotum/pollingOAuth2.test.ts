import { connectAccount, TRIGGERS_WITH_OAUTH2 } from './pollingAccount';
import { useIotum } from './setup';
import { signIns } from './requests';
import { found } from './triggerWorkflow';
import { foundIds, held, letPass, RESTART, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS_WITH_OAUTH2);

afterEach(() => jest.restoreAllMocks());

const connect = async (tokens = {}) => await connectAccount(iotum(), 'iotumOAuth2Api', tokens);

const withOAuth2 = (inputs = {}) =>
	watching('conferenceEnded', { authentication: 'oAuth2', ...inputs });

describe('with an account connected by OAuth2', () => {
	it('each look sends the access token as Bearer, and never signs in', async () => {
		const { engine, control } = iotum();
		const { accessToken } = await connect();
		const active = await engine.activate(withOAuth2());
		const ids = await held(iotum());
		expect(foundIds(await active.tick())).toEqual(ids);
		const requests = await control.requests();
		expect(requests).toHaveLength(2);
		expect(signIns(requests)).toBe(0);
		for (const { headers, body } of requests) {
			expect(headers.authorization).toBe(`Bearer ${accessToken}`);
			expect(body).not.toHaveProperty('auth_token');
		}
	});

	it('its company is the one that is meant when none is given', async () => {
		const { engine } = iotum();
		await connect({ hostId: 51 });
		const active = await engine.activate(withOAuth2({ watch: 'company' }));
		await held(iotum(), { hostId: 61 });
		const ids = await held(iotum(), { hostId: 53 });
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('looks go on for days, as n8n renews the token', async () => {
		const { engine, control } = iotum();
		await connect();
		const active = await engine.activate(withOAuth2());
		for (let days = 0; days < 3; days++) {
			letPass({ hours: 24 });
			const ids = await held(iotum());
			expect(foundIds(await active.tick())).toEqual(expect.arrayContaining(ids));
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
		}
		expect(await control.requests({ path: '/oauth/token' })).toHaveLength(3);
	});

	it('a revoked one shows what to do, and nothing is lost until it is connected again', async () => {
		const { engine, vendor } = iotum();
		const { accessToken, refreshToken } = await connect();
		const active = await engine.activate(withOAuth2());
		const ids = await held(iotum());
		await vendor.revokeTokens();
		const [failed] = await active.tick();
		expect(failed).toMatchObject({
			emitted: null,
			error: {
				message: expect.stringContaining('Iotum rejected the OAuth2 authorization'),
				description: expect.stringContaining('connect the account again'),
			},
		});
		for (const token of [accessToken, refreshToken]) {
			expect(JSON.stringify([failed?.error, String(failed?.error)])).not.toContain(token);
		}
		await connect();
		expect(foundIds(await active.tick())).toEqual(ids);
	});
});
