import { confirmEmail } from './confirmEmail';
import { create } from './create';
import { getAll } from './getAll';
import { provision } from './provision';

export const user = { name: 'User', operations: { confirmEmail, create, getAll, provision } };
