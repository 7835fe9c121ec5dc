import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const signInLink = async (inputs: INodeParameters) =>
	await runWithCalls(vivoMeetings(), 'host.getSignInLink', { inputs: { hostId: '52', ...inputs } });

const keyOf = async (hostId: number): Promise<string> => {
	const host = (await vivoMeetings().vendor.hosts()).find(({ id }) => id === hostId);
	return host?.loginTokenPublicKey ?? '';
};

it('gives link, form and iframe without any request when the key is there', async () => {
	const { access } = vivoMeetings();
	const { calls, json } = await signInLink({
		redirectUrl: '/conf/call/1000052?a=1&b="2"',
		options: {
			loginTokenPublicKey: 'a1b2c3d4e5f6',
			afterCallUrl: 'https://example.com/thanks?from=call&x=<y>',
		},
	});
	expect(calls).toEqual([]);
	const [{ link, form, iframe, ...others } = {}] = json;
	expect(others).toEqual({ hostId: 52 });

	const url = new URL(String(link));
	expect(`${url.origin}${url.pathname}`).toBe(`${access.baseUrl}/auth`);
	expect([...url.searchParams]).toEqual([
		['host_id', '52'],
		['login_token_public_key', 'a1b2c3d4e5f6'],
		['redirect_url', '/conf/call/1000052?a=1&b="2"'],
		['after_call_url', 'https://example.com/thanks?from=call&x=<y>'],
	]);
	expect(form).toBe(
		[
			`<form method="post" action="${access.baseUrl}/auth">`,
			'<input type="hidden" name="host_id" value="52">',
			'<input type="hidden" name="login_token_public_key" value="a1b2c3d4e5f6">',
			'<input type="hidden" name="redirect_url" value="/conf/call/1000052?a=1&amp;b=&quot;2&quot;">',
			'<input type="hidden" name="after_call_url" value="https://example.com/thanks?from=call&amp;x=&lt;y&gt;">',
			'<button type="submit">Sign in</button></form>',
		].join(''),
	);
	// Section 10.2: unlike a room, this iframe is not allowed to play by itself.
	expect(iframe).toBe(
		`<iframe src="${String(link).replaceAll('&', '&amp;')}" allow="camera;microphone;fullscreen;display-capture"></iframe>`,
	);
});

it('never has remember_me, which the handbook does not have', async () => {
	const { json } = await signInLink({
		redirectUrl: '/conf/calls/upcoming',
		options: { loginTokenPublicKey: 'a1b2c3d4e5f6', rememberMe: true },
	});
	expect(JSON.stringify(json)).not.toContain('remember_me');
});

it('signs the host in at the vendor', async () => {
	const { json } = await signInLink({ redirectUrl: '/conf/calls/upcoming' });
	const { status, headers } = await axios.get(String(json[0]?.link), {
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
	expect({ status, location: headers['location'] }).toEqual({
		status: 302,
		location: `${vivoMeetings().access.baseUrl}/conf/calls/upcoming`,
	});
});

secondOfTwoItemsFails('host.getSignInLink', vivoMeetings, async () => ({
	inputs: { hostId: '={{ $json.hostId }}', redirectUrl: '/conf/calls/upcoming' },
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [
		{
			hostId: 52,
			link: expect.stringContaining(await keyOf(52)),
			form: expect.stringContaining(await keyOf(52)),
			iframe: expect.stringContaining(await keyOf(52)),
		},
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('host/fetch', { host_id })),
}));

it.each([
	['redirectUrl', 'Redirect URL', 'javascript:alert(1)'],
	['redirectUrl', 'Redirect URL', '//evil.example'],
	['afterCallUrl', 'After Call URL', 'example.com/thanks'],
])('refuses a %s (%s) of %s', async (field, label, value) => {
	const inputs = { redirectUrl: '/conf/calls/upcoming', options: { loginTokenPublicKey: 'a1b2' } };
	const { calls, error } = await signInLink(
		field === 'redirectUrl'
			? { ...inputs, redirectUrl: value }
			: { ...inputs, options: { ...inputs.options, [field]: value } },
	);
	expect(error?.message).toBe(`"${label}" is not a place to go to [item 0]`);
	expect(calls).toEqual([]);
});
