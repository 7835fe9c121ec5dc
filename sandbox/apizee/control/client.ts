import type { ControlCall } from '../../control';
import { accessControlClient, type AccessControl } from './accessClient';
import { conferencesControlClient, type ConferencesControl } from './conferencesClient';
import { mediasControlClient, type MediasControl } from './mediasClient';
import { ticketsControlClient, type TicketsControl } from './ticketsClient';
import { webhooksControlClient, type WebhooksControl } from './webhooksClient';

/** What tests and demos do to the simulated Apizee, beside using its API. */
export interface ApizeeControl
	extends AccessControl,
		TicketsControl,
		ConferencesControl,
		MediasControl,
		WebhooksControl {}

export function apizeeControl(call: ControlCall): ApizeeControl {
	const root = '/apizee';
	return {
		...accessControlClient(call, root),
		...ticketsControlClient(call, root),
		...conferencesControlClient(call, root),
		...mediasControlClient(call, root),
		...webhooksControlClient(call, root),
	};
}
