import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getJoinLink } from './getJoinLink';
import { getMedia } from './getMedia';

export const conference = {
	name: 'Conference',
	operations: { create, delete: remove, get, getAll, getJoinLink, getMedia },
};
