import type { Table } from '../kit/table';
import { archive } from './archive';
import { contractSession } from './contractSession';
import { document } from './document';
import { meeting } from './meeting';
import { user } from './user';
import { webhook } from './webhook';

/** Everything the Flexperto node can do. */
export const api: Table = { archive, contractSession, document, meeting, user, webhook };
