import { path } from '../../kit/path';
import { stateChangeOfAll } from './state';

export const suspendAll = stateChangeOfAll(
	{
		name: 'Suspend All',
		action: 'Suspend all subscriptions of a company',
		description: 'Suspend all active subscriptions of a company',
		docs: 'seed 002, "Subscriptions" (subscription/suspend_all)',
	},
	path`/subscription/suspend_all`,
);
