import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { conference } from '../fields';
import { wire } from '../wire';

export const sendMessage = operation({
	name: 'Send Message',
	action: 'Send a message to a conference',
	description: 'Show a message from "System" to everybody in a conference that is on',
	docs: 'seed 002, "Send Message" (conference/message/create)',
	fields: { ...conference, message: text('Message', { required: true }) },
	repeatable: false,
	request: (values) => post(path`/conference/message/create`, { body: wire(values) }),
	output: (_body, { conferenceId }) => ({ success: true, conferenceId }),
});
