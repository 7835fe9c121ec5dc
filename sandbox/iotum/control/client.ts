import type { ControlCall } from '../../control';
import { accountsControl, type AccountsControl } from './accountsClient';
import { conferencingControl, type ConferencingControl } from './conferencingClient';

/** What tests and demos do to one simulated brand, beside using its API. */
export interface IotumControl extends AccountsControl, ConferencingControl {}

/** @param brand name of the brand, e.g. `iotum` */
export function iotumControl(call: ControlCall, brand: string): IotumControl {
	const root = `/${brand}`;
	return { ...accountsControl(call, root), ...conferencingControl(call, root) };
}
