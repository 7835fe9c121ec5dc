import { make } from './pollingThings';
import { becomeNewUser, found, foundIds, letPass, watching } from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

afterEach(() => {
	jest.restoreAllMocks();
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

describe('a look', () => {
	it('that was turned away with 429 waits as long as the vendor says, and then goes on', async () => {
		const { engine, control } = apizee();
		await becomeNewUser(apizee());
		const active = await engine.activate(watching('ticketDone', { options: { maxRetries: 1 } }));
		const ids = await make(apizee(), 'ticketDone');
		const headers = { 'x-ratelimit-reset': '1' };
		await control.fault({ kind: 'status', status: 429, headers, path: '/api/tickets' });
		await control.clearRequests();
		const begun = Date.now();
		expect(foundIds(await active.tick())).toEqual(ids);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
		expect(await control.requests()).toHaveLength(2);
	});

	it('that may not wait so long tells when it would work again', async () => {
		const { engine, control } = apizee();
		await becomeNewUser(apizee());
		const active = await engine.activate(watching('ticketDone'));
		const headers = { 'x-ratelimit-reset': '50' };
		await control.fault({ kind: 'status', status: 429, headers, path: '/api/tickets' });
		const [failed] = await active.tick();
		expect(failed?.error).toMatchObject({
			description: expect.stringMatching(
				/The vendor asks to wait 50 s, until 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ; see Options > Max Wait\./,
			),
		});
		letPass({ minutes: 1 });
		expect((await active.tick())[0]?.error).toBeUndefined();
	});

	it('repeats what passes at once, as often as the options say', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('ticketDone', { options: { maxRetries: 1 } }));
		const ids = await make(apizee(), 'ticketDone');
		await control.fault({ kind: 'status', status: 503, path: '/api/tickets' });
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('is no failure when only the token has expired', async () => {
		const { engine, vendor } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		for (const expire of [vendor.expireTokens, vendor.revokeTokens]) {
			const ids = await make(apizee(), 'ticketDone');
			await expire();
			expect(foundIds(await active.tick())).toEqual(ids);
		}
	});

	it('tells of a vendor that gives the same page again and again', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		const data = [{ id: 1, state: 'done' }];
		const body = { total: 2, data };
		const path = '/api/tickets';
		await control.fault({ kind: 'status', status: 200, path, times: 'always', body });
		expect((await active.tick())[0]?.error?.message).toContain('same page twice');
		await control.clearFaults();
		expect(found(await active.tick())).toBeNull();
	});
});
