import { reserve } from './reserve';

export const meeting = { name: 'Meeting', operations: { reserve } };
