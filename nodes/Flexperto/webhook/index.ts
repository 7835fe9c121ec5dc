import { register } from './register';

export const webhook = { name: 'Webhook', operations: { register } };
