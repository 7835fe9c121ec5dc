import { cancel } from './cancel';
import { create } from './create';
import { getAll } from './getAll';
import { reactivate } from './reactivate';
import { reactivateAll } from './reactivateAll';
import { suspend } from './suspend';
import { suspendAll } from './suspendAll';
import { update } from './update';

export const subscription = {
	name: 'Subscription',
	operations: {
		cancel,
		create,
		getAll,
		reactivate,
		reactivateAll,
		suspend,
		suspendAll,
		update,
	},
};
