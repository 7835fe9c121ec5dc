import { abandon } from './abandon';
import { download } from './download';
import { get } from './get';
import { getAll } from './getAll';

export const archive = { name: 'Archive', operations: { download, abandon, get, getAll } };
