import type { FastifyInstance } from 'fastify';
import type { VendorContext } from '../vendor';
import type { Brand } from './brands/brand';
import type { State } from './state';

/** One simulated installation: its brand, its present state, and where and when it lives. */
export interface Platform extends VendorContext {
	brand: Brand;
	state: State;
}

/** Adds some of the platform's routes to a host. */
export type RouteModule = (app: FastifyInstance, platform: Platform) => void;

/** Milliseconds since the epoch on the sandbox's clock. */
export function now({ clock }: Platform): number {
	return clock.now().getTime();
}

/** The sandbox's present, ISO 8601 with Z. */
export function timestamp({ clock }: Platform): string {
	return clock.now().toISOString();
}

/**
 * Address of a meeting room (seed 002, host/create: `meeting_url`). Own choice: the real one lies on
 * the company's subdomain, here everything is on the API's host.
 */
export function roomUrl({ urls }: Platform, accessCode: string): string {
	return `${urls['api']}/conf/call/${accessCode}`;
}
