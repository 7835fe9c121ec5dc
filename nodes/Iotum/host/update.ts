import { flag } from '../../kit/choice';
import { updateFields } from '../../kit/collection';
import { email } from '../../kit/email';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { checkChanges, host } from '../fields';
import { checkAddress } from '../links';
import { wire } from '../wire';
import { details, hostDetails, NAME, SIMPLE } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a host',
	description: 'Change a host; what is not named stays as it is',
	docs: 'seed 002, "Hosts" (host/update)',
	fields: {
		...host,
		updateFields: updateFields({
			...details,
			clearSubscriptions: flag(
				'Clear Subscriptions',
				true,
				'Whether to take all plans and add-ons from the host',
			),
			email: email('Email'),
			imageUrl: text('Image URL', {
				description: 'A picture (GIF, PNG or JPEG) on a server that allows other sites to load it',
				placeholder: 'e.g. https://example.com/nathan.png',
				check: checkAddress,
			}),
			name: text('Name', NAME),
		}),
	},
	simplify: SIMPLE,
	repeatable: true,
	request({ hostId, updateFields }) {
		const changes = hostDetails(updateFields);
		checkChanges(changes);
		return post(path`/host/update`, { body: wire({ hostId, ...changes }) });
	},
});
