import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const company = {
	name: 'Company',
	operations: { create, delete: remove, get, getAll, update },
};
