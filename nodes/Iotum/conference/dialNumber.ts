import { additionalFields } from '../../kit/collection';
import { refusal } from '../../kit/error';
import { mapped, text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { conference, COUNTRY } from '../fields';
import { wire } from '../wire';

function checkPhoneNumber(label: string, value: string): void {
	if (/^\+?[1-9]\d{5,14}$/.test(value)) return;
	const next = 'Enter it with the country’s prefix and without blanks, such as +14165551212';
	throw refusal(label, 'is not an international phone number', next);
}

export const dialNumber = operation({
	name: 'Dial Number',
	action: 'Dial a number from a conference',
	description: 'Call a phone and bring whoever answers into a conference that is on',
	docs: 'seed 002, "Dial Number" (conference/dial_number)',
	fields: {
		...conference,
		countryCode: mapped(
			text('Country Code', {
				required: true,
				...COUNTRY,
				description: 'The country of the number',
			}),
			(code) => code.toUpperCase(),
		),
		phoneNumber: text('Phone Number', {
			required: true,
			placeholder: 'e.g. +14165551212',
			check: checkPhoneNumber,
		}),
		additionalFields: additionalFields({
			invitationText: text('Invitation Text', {
				description: 'What is read out when somebody answers; left empty, the vendor’s own words',
			}),
			name: text('Name', {
				description: 'As others see the participant; left empty, the phone number',
			}),
		}),
	},
	repeatable: false,
	request: ({ additionalFields, ...values }) =>
		post(path`/conference/dial_number`, { body: wire({ ...values, ...additionalFields }) }),
	output: (body, { conferenceId }) => ({ ...body, conferenceId }),
});
