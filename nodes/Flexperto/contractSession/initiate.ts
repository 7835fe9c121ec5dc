import { additionalFields, options } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { asUser } from '../impersonation';
import {
	checkSessionsPerRun,
	maxSessionsPerRun,
	newSession,
	newSessionDetails,
} from './newSession';
import { SIMPLE_SESSION } from './simple';

export const initiate = operation({
	name: 'Initiate',
	action: 'Initiate a contract session',
	description: 'Start an empty contract session, to which documents are attached next',
	docs: 'seed 000, "Asynchronous Flow" and "Synchronous Flow"',
	humanOnly: true,
	fields: {
		...newSession,
		additionalFields: additionalFields(newSessionDetails),
		options: options({ maxSessionsPerRun }),
	},
	repeatable: false,
	check: ({ options }, sessions) => checkSessionsPerRun(options, sessions),
	request: ({ actingUserId, name, method, participant, additionalFields: { meetingId } }) =>
		post(path`/collaboration/contracts/contracts/sessions/initiate`, {
			body: {
				name,
				method,
				participants: participant,
				meeting_id: meetingId === undefined ? undefined : Number(meetingId),
			},
			...asUser(actingUserId),
		}),
	simplify: SIMPLE_SESSION,
});
