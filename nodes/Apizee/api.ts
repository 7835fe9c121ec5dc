import type { Table } from '../kit/table';
import { conference } from './conference';
import { media } from './media';
import { session } from './session';
import { ticket } from './ticket';

/** Everything the Apizee node can do. */
export const api: Table = { conference, media, session, ticket };
