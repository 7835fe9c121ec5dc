import { path } from '../../kit/path';
import { stateChange } from './state';

export const suspend = stateChange(
	{
		name: 'Suspend',
		action: 'Suspend a subscription',
		description: 'Take a plan or an add-on from the hosts of a company until it is reactivated',
		docs: 'seed 002, "Subscriptions" (subscription/suspend)',
	},
	path`/subscription/suspend`,
);
