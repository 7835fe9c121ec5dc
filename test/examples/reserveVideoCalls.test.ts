import { usePlayground } from './setup';

const playground = usePlayground();

describe('reserve-video-calls', () => {
	it('gives one adviser one account and each appointment a call with links of its own', async () => {
		const { engine, sandbox, example } = playground();
		const { status, outputs } = await engine.run(example('reserve-video-calls'));
		expect(status).toBe('success');
		const accounts = await sandbox.control.flexperto.users();
		const [anna, ...others] = accounts.filter(({ roles }) => roles.includes('EXPERT'));
		expect(others).toEqual([]);
		expect(anna).toMatchObject({ email: 'anna.berger@bank.example', confirmed: true });

		const links = outputs['Links for the CRM']?.[0]?.map(({ json }) => json) ?? [];
		expect(links.map(({ customer }) => customer)).toEqual([
			'john.doe@example.com',
			'mary.major@example.com',
		]);
		const reserved = await sandbox.control.requests({ path: '*/meetings/reserve' });
		expect(reserved).toHaveLength(2);
		for (const { headers, query } of reserved) {
			expect(headers['x-user-id']).toBe(String(anna?.id));
			expect(query).toEqual({ supressMails: 'true' });
		}
		for (const {
			start,
			customer,
			meetingId,
			adviserAccountId,
			customerLink,
			adviserLink,
		} of links) {
			const [body] = reserved
				.map(({ body }) => body as Record<string, string> & { participants: object[] })
				.filter(({ participants }) => JSON.stringify(participants).includes(String(customer)));
			const begin = Date.parse(String(start));
			expect(Date.parse(body?.access_link_not_before ?? '')).toBe(begin - 15 * 60_000);
			expect(Date.parse(body?.access_link_valid_until ?? '')).toBe(begin + 120 * 60_000);
			expect(body?.participants).toEqual([expect.objectContaining({ email: customer })]);
			expect(adviserAccountId).toBe(anna?.id);
			expect(meetingId).toEqual(expect.any(Number));
			expect(customerLink).toMatch(/\/join\//);
			expect(adviserLink).not.toBe(customerLink);
		}
		expect(links.filter(({ adviserAccountIsNew }) => adviserAccountIsNew)).toHaveLength(1);
		expect(await sandbox.control.flexperto.mails()).toEqual([]);
	});

	it('changes nothing about the account when it runs again', async () => {
		const { engine, sandbox, example } = playground();
		const workflow = example('reserve-video-calls');
		await engine.run(workflow);
		const before = await sandbox.control.flexperto.users();
		await sandbox.control.clearRequests();
		const { outputs } = await engine.run(workflow);
		const links = outputs['Links for the CRM']?.[0] ?? [];
		expect(links.map(({ json }) => json.adviserAccountIsNew)).toEqual([false, false]);
		expect(await sandbox.control.flexperto.users()).toEqual(before);
		expect(await sandbox.control.requests({ method: 'POST', path: '*/users/users' })).toEqual([]);
	});
});
