import { abandon } from './abandon';
import { download } from './download';
import { get } from './get';
import { getAll } from './getAll';

export const archive = { name: 'Archive', operations: { abandon, download, get, getAll } };
