import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { baseUrl, signInTest } from '../nodes/Iotum/credential';

/** Access of an admin by e-mail and password. Source: seed 004, 3.0 and 11.0. */
export class VivoMeetingsApi implements ICredentialType {
	name = 'vivoMeetingsApi';

	displayName = 'VivoMeetings API';

	icon: Icon = {
		light: 'file:../icons/vivomeetings.svg',
		dark: 'file:../icons/vivomeetings.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		baseUrl('https://acme.vivomeetings.com'),
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
			required: true,
			default: '',
			description: 'Of a host who is a company admin or reseller admin, best one for this alone',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the trigger: a long random text of letters and digits of your own. It is part of the URL that the vendor reports to.',
		},
	];

	test = signInTest(
		{ email: '={{ $credentials.email }}', password: '={{ $credentials.password }}' },
		'There is no conferencing platform at this address: check the base URL',
	);
}
