import type { IDataObject } from 'n8n-workflow';

import { options, updateFields } from '../../kit/collection';
import type { Callable } from '../../kit/definition';
import { refusal } from '../../kit/error';
import { text, type Values } from '../../kit/field';
import { path } from '../../kit/path';
import { without } from '../../kit/record';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import { checkChanges, conference } from '../fields';
import { wire } from '../wire';
import {
	changedAppointment,
	checkSecurityPin,
	conferenceDetails,
	details,
	pinOf,
	SIMPLE,
	startIn,
	timed,
} from './fields';
import { applyTo, target } from './series';

const fields = {
	...conference,
	updateFields: updateFields({ subject: text('Subject'), ...changedAppointment, ...details }),
	options: options({ applyTo }),
};

type Changes = Values<typeof fields>;

function body({ conferenceId, updateFields }: Changes): IDataObject {
	checkSecurityPin(updateFields, true);
	const details = conferenceDetails(without(updateFields, 'start'));
	const changes = { ...details, start: startOf(updateFields) };
	checkChanges(changes);
	return wire({ conferenceId, ...changes });
}

const change: Callable<Changes> = {
	repeatable: true,
	request: (values) =>
		post(path`/conference/update`, { body: body(values), secrets: pinOf(values.updateFields) }),
};

/** The same with what stays as it is, for a vendor that takes its document by the letter. */
const completeChange: Callable<Changes & { conference: IDataObject }> = {
	repeatable: true,
	request({ conference, ...values }) {
		const { subject, agenda, start, time_zone, duration, one_time_access_code: code } = conference;
		const present = { subject, agenda: agenda ?? '', start, time_zone, duration };
		const complete = { ...present, one_time_access_code: Boolean(code), ...body(values) };
		const secrets = pinOf(values.updateFields);
		return post(path`/conference/update`, { body: complete, secrets });
	},
};

/** A start and its time zone belong together: either alone would move the conference unasked. */
function startOf({ start, timeZone }: Changes['updateFields']): string | undefined {
	if (start !== undefined && timeZone !== undefined) return startIn(start, timeZone);
	if (start !== undefined) throw refusal('Start', 'has no time zone', 'Add "Time Zone" as well');
	if (timeZone === undefined) return undefined;
	const next = 'Add "Start" as well: the same wall time in another zone is another moment';
	throw refusal('Time Zone', 'is to be changed without a start', next);
}

export const update = task({
	name: 'Update',
	action: 'Update a conference',
	description: 'Change a conference or its series; what is not named stays as it is',
	docs: 'seed 002, "Update Conference" and "Recurring Conferences" (conference/update)',
	fields,
	simplify: SIMPLE,
	// Built for its checks, before anything is sent.
	check: (values) => void body(values),
	async run(values, tools) {
		const { applyTo } = values.options;
		const { conferenceId, conference } = await target(values.conferenceId, applyTo, tools);
		const { recurrence = 'none' } = values.updateFields;
		if (recurrence !== 'none' && conference.is_master === false && applyTo !== 'series') {
			throw refusal(
				'Recurrence',
				`cannot be changed in conference ${conferenceId}, which is one of a series`,
				'Set Options > Apply To to "The Whole Series"',
			);
		}
		const changes = { ...values, conferenceId };
		// The seed does not say that the inputs may be left out, so a refusal is answered with all.
		const changed =
			(await tools.callUnless([400], change, changes)) ??
			(await tools.call(completeChange, { ...changes, conference }));
		return [{ json: timed(changed) }];
	},
});
