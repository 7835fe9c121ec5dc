import { create } from './create';
import { createOrGet } from './createOrGet';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getMedia } from './getMedia';
import { getStatistics } from './getStatistics';
import { update } from './update';

export const ticket = {
	name: 'Ticket',
	operations: {
		create,
		createOrGet,
		delete: remove,
		get,
		getAll,
		getMedia,
		getStatistics,
		update,
	},
};
