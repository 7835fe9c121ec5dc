import { path } from '../../kit/path';
import { stateChange } from './state';

export const cancel = stateChange(
	{
		name: 'Cancel',
		action: 'Cancel a subscription',
		description: 'End a subscription for good; the company can only subscribe anew',
		docs: 'seed 002, "Subscriptions" (subscription/cancel)',
		destructive: true,
	},
	path`/subscription/cancel`,
);
