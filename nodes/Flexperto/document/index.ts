import { download } from './download';
import { getAll } from './getAll';

export const document = { name: 'Document', operations: { download, getAll } };
