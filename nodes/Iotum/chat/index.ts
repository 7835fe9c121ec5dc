import { sendMessage } from './sendMessage';

export const chat = { name: 'Chat', operations: { sendMessage } };
