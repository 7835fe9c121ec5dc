import { additionalFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { texts } from '../../kit/texts';
import { contact, utc } from '../fields';
import { parameters, scope, secretValues } from '../parameters';
import { details, SIMPLE } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a conference',
	description: 'Open a meeting room for several participants, now or later',
	docs: 'seed 003, "Get a video meeting room" (POST /conferences)',
	fields: {
		participants: texts('Participants', {
			required: true,
			description: 'E-mail addresses or phone numbers of the participants, separated by commas',
			placeholder: 'e.g. customer@example.com, +33612345678',
			each: contact,
		}),
		additionalFields: additionalFields(details),
	},
	simplify: SIMPLE,
	repeatable: false,
	request({ participants, additionalFields }) {
		// The vendor invites people unless it is told not to.
		const { customParameters, invite = false, ssoLink, startTime, ...others } = additionalFields;
		const query = parameters(
			{
				participants: participants.join(','),
				...others,
				invite,
				startTime: utc(startTime),
				scope: scope(ssoLink),
			},
			customParameters,
		);
		const { password } = others;
		const secrets = [
			...(password === undefined ? [] : [password]),
			...secretValues(customParameters),
		];
		return post(path`/conferences`, { query, secrets });
	},
});
