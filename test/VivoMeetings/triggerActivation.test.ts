import { send, started, TRIGGER, triggerWorkflow } from '../Iotum/triggerWorkflow';
import { body, parsed, SECRET, useWebhookSecret } from './webhookSecret';

const { vivoMeetings, setSecret, published } = useWebhookSecret();

describe('publishing a workflow', () => {
	const noSecret = {
		message: '"Webhook Secret" is empty, so that forged deliveries could not be told',
		description:
			'Enter a long random text in the credential and give the vendor the URL with it, or switch Options > Without Secret on.',
	};

	test.each([['empty', ''] as const, ['blank', '   '] as const, ['missing', undefined] as const])(
		'is refused while the webhook secret is %s, unless it is to do without',
		async (_case, secret) => {
			const { engine, control } = vivoMeetings();
			setSecret(secret);
			const workflow = triggerWorkflow('vivoMeetingsTrigger');
			await expect(engine.activate(workflow)).rejects.toMatchObject(noSecret);
			await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject(noSecret);
			await expect(published({ withoutSecret: false })).rejects.toMatchObject(noSecret);

			const { active, url } = await published({ withoutSecret: true });
			expect((await send(url, body)).status).toBe(200);
			expect(started(await active.executions())).toEqual([parsed]);
			expect(await control.requests()).toEqual([]);
		},
	);

	it('asks the vendor for nothing, and lasts over restarts until it is ended', async () => {
		const { control } = vivoMeetings();
		const { active, url } = await published();
		expect(url).toMatch(/\/webhook\/hook-\d+\/vivomeetings$/);
		for (const checksWebhooks of [true, false]) {
			await active.restart({ checksWebhooks });
			expect((await send(`${url}?secret=${SECRET}`, body)).status).toBe(200);
		}
		await active.deactivate();
		expect((await send(`${url}?secret=${SECRET}`, body)).status).toBe(404);
		expect(await active.executions()).toHaveLength(2);
		expect(await control.requests()).toEqual([]);
	});
});

test('listening for a test event demands the secret as well', async () => {
	const { engine } = vivoMeetings();
	const listener = await engine.listenForTestEvent(triggerWorkflow('vivoMeetingsTrigger'));
	const url = listener.urls[TRIGGER] ?? '';
	expect((await send(url, body)).status).toBe(401);
	await send(`${url}?secret=${SECRET}`, body);
	const execution = await listener.execution;
	expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([parsed]);
});
