import { options } from '../../kit/collection';
import type { Callable } from '../../kit/definition';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import { conference } from '../fields';
import { applyTo, target } from './series';

const cancellation: Callable<number> = {
	repeatable: false,
	request: (conferenceId) =>
		post(path`/conference/cancel`, { body: { conference_id: conferenceId } }),
};

export const cancel = task({
	name: 'Cancel',
	action: 'Cancel a conference',
	description: 'Cancel a conference, or a whole series',
	docs: 'seed 002, "Cancel Conference" and "Recurring Conferences" (conference/cancel)',
	destructive: true,
	fields: { ...conference, options: options({ applyTo }) },
	async run({ conferenceId: entered, options }, tools) {
		const { conferenceId } = await target(entered, options.applyTo, tools);
		await tools.call(cancellation, conferenceId);
		return [{ json: { success: true, conferenceId } }];
	},
});
