import { task } from '../../nodes/kit/task';
import { useSample } from './sampleNode';

// Another package may have brought its own copy of n8n-workflow. What n8n throws then is of classes with
// the same names that are not those the nodes know.

class UserError extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}
class FileTooLargeError extends UserError {}

const failing = (error: Error) =>
	task({
		name: 'Work',
		action: 'Do it',
		description: 'Does it',
		docs: 'none',
		fields: {},
		async run() {
			throw error;
		},
	});

const known = failing(new UserError('Credentials are not set', 'Choose a credential.'));
const derived = failing(new FileTooLargeError('The file is too large', 'Allow larger ones.'));
const unknown = failing(new Error('Something is undefined'));

const sample = useSample({ thing: { name: 'Thing', operations: { known, derived, unknown } } });

it.each([
	['known', 'Credentials are not set', 'Choose a credential.'],
	['derived', 'The file is too large', 'Allow larger ones.'],
	['unknown', 'Something is undefined', expect.stringContaining('This was not expected')],
])('%s errors are shown with what to do', async (operation, message, description) => {
	const { error } = await sample().run(`thing.${operation}`);
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
});
