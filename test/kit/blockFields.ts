import { choice, flag, whole } from '../../nodes/kit/choice';
import { text, when } from '../../nodes/kit/field';

/** The fields of a block, of which two exclude each other. */
export const fields = {
	kind: choice('Kind', { mail: 'Mail', phone: 'Phone' }, { default: 'mail' }),
	address: when({ kind: ['mail'] }, text('Address', { required: true })),
	number: when({ kind: ['phone'] }, text('Number', { required: true })),
	tries: whole('Tries', { default: 3, minimum: 1, description: 'How often' }),
	urgent: flag('Urgent', false, 'Whether it is urgent'),
};
export const settings = { entry: 'Contact', description: 'Who is meant' };

// Entries as the user makes them, and what is sent for them.
export const anna = { address: 'anna@a.de' };
export const annaSent = { kind: 'mail', ...anna, tries: 3, urgent: false };
export const carl = { kind: 'phone', number: '0123', tries: 1 };
export const carlSent = { ...carl, urgent: false };
