import { getAll } from './getAll';

export const session = { name: 'Session', operations: { getAll } };
