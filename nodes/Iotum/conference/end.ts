import { path } from '../../kit/path';
import { action } from './action';

export const end = action(
	{
		name: 'End',
		action: 'End a conference',
		description: 'End a conference that is on, for everybody in it',
		docs: 'seed 002, "End Conference" (conference/end)',
		destructive: true,
	},
	path`/conference/end`,
);
