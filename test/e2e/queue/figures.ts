import { readFileSync } from 'node:fs';
import type { QueueMode } from './queueMode';

const lines: string[] = [];

/** Keeps a figure for the end. */
export function figure(what: string, value: string | number): void {
	const shown = typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
	lines.push(`${what.padEnd(52)} ${shown}`);
}

/** The memory of each process that runs now, with the most it has had, and its time on processors. */
export function processFigures({ processes }: QueueMode): void {
	for (const [name, { process }] of processes) {
		const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
		const megabytes = (key: string) =>
			Math.round((Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6);
		const spent = Math.round(processorTime(process.pid));
		figure(
			`${name}: memory now, at most; processor time`,
			`${megabytes('VmRSS')} MB, ${megabytes('VmHWM')} MB; ${spent} s`,
		);
	}
}

/** How long a process has been on the processors, in seconds. */
function processorTime(pid = 0): number {
	// proc(5): the fields 14 and 15 are counted in hundredths of a second.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** All figures so far. */
export const figures = (): string => ['', 'Queue mode', ...lines, ''].join('\n');
