import { getAll } from './getAll';

export const product = { name: 'Product', operations: { getAll } };
