import { path } from '../../kit/path';
import { stateChange } from './state';

export const reactivate = stateChange(
	{
		name: 'Reactivate',
		action: 'Reactivate a subscription',
		description: 'Give a suspended plan or add-on back to the hosts of a company',
		docs: 'seed 002, "Subscriptions" (subscription/reactivate)',
	},
	path`/subscription/reactivate`,
);
