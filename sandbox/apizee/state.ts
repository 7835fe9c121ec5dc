import { createHash } from 'node:crypto';
import type { Delivery } from '../delivery';
import { uuidOf } from '../ids';
import type { QuotaUse } from './access/quota';
import type { Conference } from './conferences/types';
import type { Media } from './media/types';
import { DEFAULT_QUOTA, DEFAULT_SETTINGS, type QuotaSettings, type Settings } from './settings';
import type { Ticket } from './tickets/types';
import type { Enterprise, Invitation, Service, Session, Token, User } from './types';
import type { Webhook } from './webhooks/types';

/** Everything the simulated vendor knows. */
export interface State {
	enterprises: Map<number, Enterprise>;
	users: Map<number, User>;
	services: Map<number, Service>;
	/** By their text. */
	tokens: Map<string, Token>;
	/** By user name, also names of nobody. */
	quotaUse: Map<string, QuotaUse>;
	quota: QuotaSettings;
	settings: Settings;
	tickets: Map<number, Ticket>;
	conferences: Map<number, Conference>;
	medias: Map<number, Media>;
	sessions: Session[];
	invitations: Invitation[];
	webhooks: Webhook[];
	deliveries: Delivery[];
	sequences: Map<string, number>;
}

export function emptyState(): State {
	return {
		enterprises: new Map(),
		users: new Map(),
		services: new Map(),
		tokens: new Map(),
		quotaUse: new Map(),
		quota: { ...DEFAULT_QUOTA },
		settings: { ...DEFAULT_SETTINGS },
		tickets: new Map(),
		conferences: new Map(),
		medias: new Map(),
		sessions: [],
		invitations: [],
		webhooks: [],
		deliveries: [],
		sequences: new Map(),
	};
}

// Numbers given out by the sandbox begin here, so that those of the fixtures stay recognizable.
const FIRST_NUMBER = 1_000_001;

/** The next number of a kind, from 1,000,001. */
export function nextNumber(state: State, kind: string): number {
	const number = state.sequences.get(kind) ?? FIRST_NUMBER;
	state.sequences.set(kind, number + 1);
	return number;
}

/** Hexadecimal digits (at most 64) that look random and are the same after every reset. */
export function nextSecret(state: State, kind: string, digits = 32): string {
	return createHash('sha256')
		.update(`apizee ${kind} ${nextNumber(state, kind)}`)
		.digest('hex')
		.slice(0, digits);
}

/** The same as a UUID. */
export function nextUuid(state: State, kind: string): string {
	return uuidOf(nextSecret(state, kind));
}
