import type { Table } from '../kit/table';
import { chat } from './chat';
import { company } from './company';
import { conference } from './conference';
import { contact } from './contact';
import { domain } from './domain';
import { driveFile } from './driveFile';
import { host } from './host';
import { product } from './product';
import { subscription } from './subscription';

/** Everything the Iotum node can do. */
export const api: Table = {
	chat,
	company,
	conference,
	contact,
	domain,
	driveFile,
	host,
	product,
	subscription,
};
