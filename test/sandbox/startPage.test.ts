import { api, http, USERS, useSandbox } from './harness';

const sandbox = useSandbox();
const page = async (path = '/') => String((await http.get(`${sandbox().url}${path}`)).data);

describe('the start page', () => {
	test('shows the credentials to paste', async () => {
		const html = await page();
		expect(html).toContain(sandbox().flexperto.baseUrl);
		expect(html).toContain(sandbox().flexperto.apiKey);
		expect(html).toContain(sandbox().iotum.resellerAdmin.apiToken);
		expect(html).toContain(sandbox().vivoMeetings.resellerAdmin.password);
		expect(html).not.toContain(sandbox().vivoMeetings.resellerAdmin.apiToken);
		expect(html).toContain(sandbox().apizee.baseUrl);
		expect(html).toContain(sandbox().apizee.agent.password);
	});

	test('every button and curl line is a request that the control API accepts', async () => {
		await sandbox().control.flexperto.createSessions({
			method: 'qes',
			documents: 1,
			handedOver: true,
		});
		await sandbox().control.flexperto.finishConference();
		await sandbox().control.flexperto.finishConference({ available: true });
		const { flexperto, iotum, apizee } = sandbox().control;
		for (const vendor of [flexperto, iotum, apizee]) {
			await vendor.deliver('http://127.0.0.1:1/', {});
		}
		const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
		const html = await page();
		const requests = [...html.matchAll(/data-request="([^"]*)"/g)].map(([, text = '']) =>
			JSON.parse(unescaped(text)),
		);
		const curlLines = [
			...html.matchAll(/curl -X (\w+) \S+\/control(\S+).*?(?:-d &#39;(.*?)&#39;)?<\/pre>/g),
		];
		for (const [, method, path, body] of curlLines) {
			requests.push({ method, path, body: body && JSON.parse(unescaped(body)) });
		}

		// One for each of four vendors, one for the clock and one for faults.
		expect(curlLines).toHaveLength(6);
		expect(requests.length).toBeGreaterThan(14);
		const taken: string[] = [];
		for (const { method, path, body } of requests) {
			// What comes after a reset or a signature would meet an empty or a finished state.
			if (path === '/reset' || path.endsWith('/fail')) continue;
			const { status } = await http.request({
				method,
				url: `${sandbox().url}/control${path}`,
				data: body,
			});
			taken.push(`${method} ${path}: ${status}`);
		}
		expect(taken.filter((line) => !/: 20[0-4]$/.test(line))).toEqual([]);
		for (const vendor of ['flexperto', 'iotum', 'apizee']) {
			expect(taken).toContainEqual(
				expect.stringMatching(`POST /${vendor}/deliveries/\\d+/redeliver: 200`),
			);
		}
	});

	test('follows what happens: state and latest requests', async () => {
		await api(sandbox()).get(USERS);
		await sandbox().control.flexperto.createUser({ lastName: '<script>alert(1)</script>' });
		const html = await page('/live');
		expect(html).toContain(`GET ${USERS}`);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(html).not.toContain('<script>alert');
	});
});
