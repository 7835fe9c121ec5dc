import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { company, number } from '../fields';
import { wire } from '../wire';

export const sendMessage = operation({
	name: 'Send Message',
	action: 'Send a chat message',
	description: 'Write a message from "System" to a direct chat or a channel',
	docs: 'seed 002, "Chat" (chat/create)',
	fields: {
		...company,
		roomId: number('Chat Room ID', {
			description: 'A direct chat; either this or the channel has to be filled in',
			placeholder: 'e.g. 123',
		}),
		slug: text('Channel', {
			description: 'The short name of a channel; either this or the chat room has to be filled in',
			placeholder: 'e.g. support',
		}),
		message: text('Message', { required: true }),
	},
	repeatable: false,
	request({ companyId, roomId, slug, message }) {
		if ((roomId === undefined) === (slug === undefined)) {
			const problem =
				roomId === undefined ? 'is empty, and so is "Channel"' : 'is filled in beside "Channel"';
			throw refusal('Chat Room ID', problem, 'Fill in one of the two');
		}
		return post(path`/chat/create`, { body: wire({ companyId, id: roomId, slug, message }) });
	},
	output: (_body, { companyId, roomId, slug }) => ({
		success: true,
		companyId,
		...(roomId !== undefined && { roomId }),
		...(slug !== undefined && { slug }),
	}),
});
