import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { records } from '../../kit/block';
import { flag } from '../../kit/choice';
import type { Callable } from '../../kit/definition';
import { refusal } from '../../kit/error';
import type { Values } from '../../kit/field';
import { path } from '../../kit/path';
import { isRecord } from '../../kit/record';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import { wire } from '../wire';
import { newPerson, owned, owner } from './fields';

const fields = {
	...owner,
	contacts: records('Contacts', newPerson, {
		required: true,
		entry: 'Contact',
		description: 'Who is added, at least one',
	}),
};

type NewContacts = Values<typeof fields>;

const creation: Callable<NewContacts> = {
	repeatable: false,
	answers: 'json',
	request: ({ contacts, ...values }) =>
		post(path`/contact/create`, { body: wire({ ...owned(values), contacts }) }),
};

export const create = task({
	name: 'Create',
	action: 'Create contacts',
	description: 'Add contacts that can be invited to conferences, one output item each',
	docs: 'seed 002, "Contacts" (contact/create)',
	fields,
	joint: {
		sendAsOneRequest: flag(
			'Send as One Request',
			false,
			'Whether the contacts of all input items go out in one request. When it fails, all items fail.',
		),
	},
	check(_values, { items }, _jobs, every) {
		const inputs = every();
		const [first] = inputs.map((input) => JSON.stringify(owned(input)));
		for (const [index, input] of inputs.entries()) {
			if (JSON.stringify(owned(input)) !== first) {
				const problem = `needs the same owner for all items [item ${items[index]}]`;
				throw refusal('Send as One Request', problem, 'Turn it off, or sort the items by owner');
			}
		}
	},
	async run(values, tools, every) {
		const inputs = every();
		const items = inputs.flatMap(({ contacts }, index) => contacts.map(() => tools.items[index]));
		const contacts = inputs.flatMap((input) => input.contacts);
		const answer = await tools.answer(creation, { ...values, contacts });
		const created: IDataObject[] = [answer].flat().filter(isRecord);
		if (created.length !== contacts.length) {
			throw new UserError(
				`The vendor answered with ${created.length} contacts to ${contacts.length} new ones`,
				{ description: 'Get many contacts to see which are there before running this again.' },
			);
		}
		return created.map((json, index) => ({ json, item: items[index] }));
	},
});
