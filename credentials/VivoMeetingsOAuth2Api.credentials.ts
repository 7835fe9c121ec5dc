import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { oAuth2, readTest } from '../nodes/Iotum/credential';

/** Access of a user who connects an account. Source: seed 004, 12.0. */
export class VivoMeetingsOAuth2Api implements ICredentialType {
	name = 'vivoMeetingsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'VivoMeetings OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/vivomeetings.svg',
		dark: 'file:../icons/vivomeetings.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = oAuth2('https://acme.vivomeetings.com');

	test = readTest;
}
