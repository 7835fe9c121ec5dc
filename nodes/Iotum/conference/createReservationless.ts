import { flag } from '../../kit/choice';
import { additionalFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { host } from '../fields';
import { wire } from '../wire';
import { secureUrl } from './create';
import { SIMPLE, timed } from './fields';

export const createReservationless = operation({
	name: 'Create Reservationless',
	action: 'Create a reservationless conference',
	description: 'Start a conference of a host at once, without an appointment',
	docs: 'seed 002, "Create Reservationless Conference" (conference/create/reservationless)',
	fields: {
		...host,
		additionalFields: additionalFields({
			oneTimeAccessCode: flag(
				'One Time Access Code',
				true,
				'Whether the conference gets an access code of its own instead of the host’s',
			),
			secureUrl,
		}),
	},
	simplify: SIMPLE,
	repeatable: false,
	request: ({ hostId, additionalFields }) =>
		post(path`/conference/create/reservationless`, {
			// The seed calls the code required.
			body: wire({ hostId, oneTimeAccessCode: false, ...additionalFields }),
		}),
	output: timed,
});
