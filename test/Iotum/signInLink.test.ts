import { openSession } from './openSession';
import { asked, posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const keyOf = async (hostId: number) =>
	String((await iotum().vendor.hosts()).find(({ id }) => id === hostId)?.loginTokenPublicKey);

secondOfTwoItemsFails('host.getSignInLink', iotum, async ({ access: { baseUrl } }) => {
	const key = await keyOf(52);
	const link = `${baseUrl}/auth?host_id=52&login_token_public_key=${key}&redirect_url=%2Fconf%2Fcalls%2Fupcoming`;
	return {
		inputs: { hostId: '={{ $json.hostId }}', redirectUrl: '/conf/calls/upcoming' },
		items: [{ hostId: 52 }, { hostId: 999 }],
		outputs: [
			{
				hostId: 52,
				link,
				form: `<form method="post" action="${baseUrl}/auth"><input type="hidden" name="host_id" value="52"><input type="hidden" name="login_token_public_key" value="${key}"><input type="hidden" name="redirect_url" value="/conf/calls/upcoming"><button type="submit">Sign in</button></form>`,
				iframe: `<iframe src="${link.replaceAll('&', '&amp;')}" allow="camera;microphone;fullscreen;display-capture"></iframe>`,
			},
		],
		error: {
			message: 'Iotum does not know what was asked for: No host 999',
			description: `Check the IDs of this item. ${asked(baseUrl, 'host/fetch', 404)}`,
		},
		requests: [52, 999].map((host_id) => posted('host/fetch', { host_id })),
	};
});

const options = {
	loginTokenPublicKey: '={{ $json.key }}',
	afterCallUrl: 'https://example.com/thanks?for="all"&more=<1>',
	rememberMe: false,
};

it('sends nothing when the key is given, and encodes what the link carries', async () => {
	const { run, control, access } = iotum();
	const redirectUrl = 'https://example.com/a b?c=d&e="f"#g';
	const inputs = { hostId: 52, redirectUrl, options };
	const { json } = await run('host.getSignInLink', { inputs, items: [{ key: 'a+b/c=&d' }] });
	const link = new URL(String(json[0]?.link));
	expect(`${link.origin}${link.pathname}`).toBe(`${access.baseUrl}/auth`);
	expect([...link.searchParams]).toEqual([
		['host_id', '52'],
		['login_token_public_key', 'a+b/c=&d'],
		['redirect_url', redirectUrl],
		['after_call_url', options.afterCallUrl],
		['remember_me', 'false'],
	]);
	expect(await control.requests()).toEqual([]);
});

it('escapes what stands in the form and in the iframe', async () => {
	const { run } = iotum();
	const redirectUrl = 'https://example.com/?a="><script>alert(1)</script>&b=1';
	const inputs = { hostId: 52, redirectUrl, options };
	const { json } = await run('host.getSignInLink', { inputs, items: [{ key: '"><b>' }] });
	const { form, iframe } = json[0] ?? {};
	for (const html of [String(form), String(iframe)]) {
		expect(html).not.toMatch(/<script|<b>|<1>/);
	}
	expect(form).toContain('name="login_token_public_key" value="&quot;&gt;&lt;b&gt;"');
	expect(form).toContain(
		'name="after_call_url" value="https://example.com/thanks?for=&quot;all&quot;&amp;more=&lt;1&gt;"',
	);
	expect(form).toContain('name="remember_me" value="false"');
});

it.each([
	'javascript:alert(1)',
	'//evil.example/x',
	'/\\evil.example',
	'conf/calls',
	'data:text/html,x',
])('refuses to lead the host to %s', async (redirectUrl) => {
	const { run, control } = iotum();
	const { error } = await run('host.getSignInLink', { inputs: { hostId: 52, redirectUrl } });
	expect(error?.message).toBe('"Redirect URL" is not a place to go to [item 0]');
	expect(error?.description).toContain('a full address with https://');
	expect(await control.requests()).toEqual([]);
});

it('says that the vendor gives no key, and what to ask it', async () => {
	const { run, control } = iotum();
	await openSession(iotum());
	const body = { host_id: 52, login_token_public_key: null };
	await control.fault({ kind: 'status', status: 200, body, path: '*/host/fetch' });
	const inputs = { hostId: 52, redirectUrl: '/conf' };
	const { error } = await run('host.getSignInLink', { inputs });
	expect(error).toMatchObject({
		message: 'The vendor gives no sign-in key for host 52 [item 0]',
		description: 'Ask the vendor whether signing in on behalf of hosts is enabled for you.',
	});
});

it('keeps the key out of logs', async () => {
	const { run } = iotum();
	const inputs = { hostId: 52, redirectUrl: '/conf' };
	const { logs, json } = await run('host.getSignInLink', { inputs });
	expect(json[0]?.link).toContain(await keyOf(52));
	expect(JSON.stringify(logs)).not.toContain(await keyOf(52));
});
