import { path } from '../../kit/path';
import { stateChangeOfAll } from './state';

export const reactivateAll = stateChangeOfAll(
	{
		name: 'Reactivate All',
		action: 'Reactivate all subscriptions of a company',
		description: 'Reactivate all suspended subscriptions of a company',
		docs: 'seed 002, "Subscriptions" (subscription/reactivate_all)',
	},
	path`/subscription/reactivate_all`,
);
