import { download } from './download';
import { getAll } from './getAll';

export const media = { name: 'Media', operations: { download, getAll } };
