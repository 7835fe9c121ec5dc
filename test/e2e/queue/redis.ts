import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/n8n/server';
import { until } from './until';

/** A Redis server of its own, which keeps nothing on the disk. */
export interface Redis {
	port: number;
	stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startRedis(): Promise<Redis> {
	const folder = mkdtempSync(join(tmpdir(), 'redis-'));
	const port = await freePort();
	const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder];
	const server = spawn('redis-server', settings, { stdio: 'ignore' });
	const ended = new Promise((done) => server.once('exit', done).once('error', done));
	const stop = async () => {
		server.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await until('Redis answers', async () => await answers(port));
	} catch (error) {
		await stop();
		throw error;
	}
	return { port, stop };
}

const answers = async (port: number): Promise<boolean> =>
	await new Promise((done) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		const end = (answer: boolean) => {
			socket.destroy();
			done(answer);
		};
		socket.once('data', (data) => end(String(data).startsWith('+PONG')));
		socket.once('error', () => end(false));
	});
