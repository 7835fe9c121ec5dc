import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import type { VendorContext } from '../vendor';
import type { State } from './state';

/** The simulated Apizee: its present state, and where and when it lives. */
export interface Platform extends VendorContext {
	state: State;
}

/** `/api` as in seed 003, or `/api/v3` as in the vendor's present reference. */
export type Version = 'unversioned' | 'v3';

/** Adds some of the API's routes below one of its two prefixes. */
export type ApiModule = (app: FastifyInstance, platform: Platform, version: Version) => void;

/** Adds routes to a host or to the control API. */
export type RouteModule = (app: FastifyInstance, platform: Platform) => void;

/** Milliseconds since the epoch on the sandbox's clock. */
export function now({ clock }: Platform): number {
	return clock.now().getTime();
}

/** A moment as in every sample of seed 003: `2023-07-12T15:48:11+00:00`. */
export function stamp(moment: number): string {
	return DateTime.fromMillis(moment, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
