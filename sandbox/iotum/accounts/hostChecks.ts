import { Refusal } from '../errors';
import { nextNumber, type State } from '../state';
import type { Host, HostSettings } from '../types';

/** Whether a host or a conference has the access code. */
export function accessCodeTaken({ hosts, conferences }: State, code: string): boolean {
	return (
		[...hosts.values()].some(({ accessCode }) => accessCode === code) ||
		[...conferences.values()].some(({ oneTimeAccessCode }) => oneTimeAccessCode === code)
	);
}

/** Whether a host has the moderator PIN. */
export function pinTaken({ hosts }: State, pin: string): boolean {
	return [...hosts.values()].some(({ moderatorPin }) => moderatorPin === pin);
}

/** A number of seven digits nobody has yet. */
export function freeNumber(state: State, kind: string, taken: (number: string) => boolean): string {
	for (;;) {
		const number = String(3_000_000 + nextNumber(state, kind));
		if (!taken(number)) return number;
	}
}

/** Seed 002, section 6.1: one e-mail may belong to several hosts only if each is no_login. */
export function requireFreeEmail(
	{ hosts }: State,
	host: Host,
	{ email, no_login }: HostSettings,
): void {
	for (const other of hosts.values()) {
		if (other.id === host.id) continue;
		if (other.settings.email.toLowerCase() !== email.toLowerCase()) continue;
		if (no_login && other.settings.no_login) continue;
		throw new Refusal(422, `email ${email} is already taken`);
	}
}

/** Seed 002, section 6.1: both the same when recording and streaming together. */
export function requireSameMedia({
	auto_record = 'none',
	auto_stream = 'none',
}: HostSettings): void {
	if (auto_record === 'none' || auto_stream === 'none' || auto_record === auto_stream) return;
	throw new Refusal(422, 'auto_record and auto_stream must be the same value');
}
