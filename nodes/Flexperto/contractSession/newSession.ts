import { UserError } from 'n8n-workflow';

import { choice, whole } from '../../kit/choice';
import { records } from '../../kit/block';
import { email } from '../../kit/email';
import { refusal } from '../../kit/error';
import { notice, text } from '../../kit/field';
import { requiredActAsUser } from '../fields';

function checkNumber(label: string, value: string): void {
	if (!/^\d+$/.test(value)) throw refusal(label, 'is not a number', 'Enter one such as 15');
}

/** The inputs of a new contract session. Source: seed 000, "Asynchronous Flow". */
export const newSession = {
	humanNotice: notice(
		'The licence of the vendor forbids to request signatures in bulk: a person has to start each contract session. One run of this node therefore starts one session, unless Options > Max Sessions per Run says otherwise.',
	),
	...requiredActAsUser,
	name: text('Name', {
		required: true,
		description: 'Employees and the signing customer see this name',
		placeholder: 'e.g. Task-123 / Account opening',
	}),
	method: choice(
		'Method',
		{
			aes: 'Advanced (AES)',
			qes: 'Qualified (QES)',
			ves: 'Video-Identified (VES)',
		},
		{
			default: 'aes',
			description:
				'The kind of signature. VES and QES need a contract and a tenant set up for them.',
		},
	),
	participant: records(
		'Participant',
		{
			email: email('Email', { required: true }),
			firstname: text('First Name', { placeholder: 'e.g. Nathan' }),
			lastname: text('Last Name', { placeholder: 'e.g. Smith' }),
			mobile: text('Mobile', { placeholder: 'e.g. +49176123456789' }),
		},
		{ entry: 'Participant', description: 'The one person who signs', exactly: 1 },
	),
};

export const newSessionDetails = {
	meetingId: text('Meeting ID', {
		description: 'The meeting during which the documents are signed',
		placeholder: 'e.g. 15',
		check: checkNumber,
	}),
};

export const maxSessionsPerRun = whole('Max Sessions per Run', {
	default: 1,
	minimum: 1,
	description:
		'How many contract sessions one run may start. A run with more is refused before anything is sent.',
});

/**
 * Refuses a run that would request signatures in bulk. Source: seed 000, "Signing Documents".
 * `options.maxSessionsPerRun` raises the limit for those who have a right to more.
 */
export function checkSessionsPerRun(
	options: { maxSessionsPerRun?: number },
	sessions: number,
): void {
	const { maxSessionsPerRun: most = 1 } = options;
	if (sessions <= most) return;
	throw new UserError(
		`This run would start ${sessions} contract sessions, but ${most} at most may be`,
		{
			description:
				'The licence of the vendor forbids to request signatures in bulk. Nothing was sent. Run the node for one customer at a time, or raise Options > Max Sessions per Run if your contract allows it.',
		},
	);
}
