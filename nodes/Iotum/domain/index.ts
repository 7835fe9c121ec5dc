import { getDescendants } from './getDescendants';

export const domain = { name: 'Domain', operations: { getDescendants } };
