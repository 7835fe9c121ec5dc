import { choice } from '../../kit/choice';
import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';

const STATES = {
	ABANDONED: 'Abandoned (Claimed)',
	AVAILABLE: 'Available',
	EXPIRED: 'Expired',
	FAILED: 'Failed',
	PROCESSING: 'Processing',
};

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many archives',
	description: 'Get the archive records of the tenant',
	docs: 'seed 000, "How can I interact with the flexperto API to manage my archives?"',
	fields: {
		filters: filters({
			status: choice('Status', STATES, {
				default: 'AVAILABLE',
				description: 'Other states that Flexperto knows can be given by an expression',
				open: true,
			}),
		}),
	},
	repeatable: true,
	request: ({ filters: { status } }) =>
		get(path`/communication/archives/archives`, { query: { status } }),
});
