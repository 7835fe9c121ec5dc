import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ARCHIVES, http } from './harness';

const PORT = 31_000 + (process.pid % 1000);

function run(...options: string[]): ChildProcessWithoutNullStreams {
	const main = join(__dirname, '../../sandbox/main.ts');
	return spawn(process.execPath, ['--import', 'tsx', main, ...options]);
}

async function text(stream: NodeJS.ReadableStream, end: RegExp): Promise<string> {
	let received = '';
	for await (const chunk of stream) {
		received += String(chunk);
		if (end.test(received)) break;
	}
	return received;
}

describe('npm run sandbox', () => {
	test('prints addresses and a key that work, has something to see, and stops on a signal', async () => {
		const sandbox = run('--port', String(PORT));
		try {
			const printed = await text(sandbox.stdout, /to stop/);
			expect(printed).toContain(`http://127.0.0.1:${PORT}`);
			const [, baseUrl = ''] = /Base URL\s+(\S+)/.exec(printed) ?? [];
			const [, key = ''] = /API key\s+(\S+)/.exec(printed) ?? [];
			const { data } = await http.get(`${baseUrl}${ARCHIVES}`, { headers: { 'api-key': key } });
			expect(data.total).toBe(1);
			expect((await http.get(`http://127.0.0.1:${PORT}`)).status).toBe(200);

			const [, api_token] = /API token\s+(\S+)/.exec(printed) ?? [];
			const [, iotum] = /Iotum\n\s+Base URL\s+(\S+)/.exec(printed) ?? [];
			const signIn = await http.post(`${iotum}/enterprise_api/authenticate`, { api_token });
			expect(signIn.status).toBe(200);

			const [, apizee] = /Apizee\n\s+Base URL\s+(\S+)/.exec(printed) ?? [];
			const [, username] = /User name\s+(\S+)/.exec(printed) ?? [];
			const [, password] = /Apizee[^]*Password\s+(\S+)/.exec(printed) ?? [];
			const token = await http.post(`${apizee}/token`, undefined, {
				params: { grant_type: 'password', username, password },
			});
			expect(token.status).toBe(200);
		} finally {
			sandbox.kill('SIGTERM');
		}
		expect(await once(sandbox, 'exit')).toEqual([0, null]);
	});

	test('says what to do when the port makes no sense', async () => {
		const sandbox = run('--port', 'abc');
		const [printed, [code]] = await Promise.all([
			text(sandbox.stderr, /\n/),
			once(sandbox, 'exit'),
		]);
		expect(printed).toContain('The port must be a number');
		expect(code).toBe(1);
	});
});
