import type { VendorContext } from '../vendor';
import type { State } from './state';

/** The simulated tenant: its present state and where and when it lives. */
export interface Platform extends VendorContext {
	state: State;
}

/** Milliseconds since the epoch on the sandbox's clock. */
export function now({ clock }: Platform): number {
	return clock.now().getTime();
}

/** The sandbox's present as most of the vendor's objects show it: ISO 8601 with Z. */
export function timestamp({ clock }: Platform): string {
	return clock.now().toISOString();
}
