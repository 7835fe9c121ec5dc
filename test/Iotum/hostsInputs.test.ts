import type { INodeParameters } from 'n8n-workflow';

import { useIotum } from './setup';

const iotum = useIotum();

/** What an earlier step did not give; n8n itself refuses inputs that are left empty. */
const EMPTY = '={{ $json.missing }}';

const john = { name: 'John Host', email: 'john@company.tld' };
const withMore = (additionalFields: INodeParameters) => ({ ...john, additionalFields });
const changing = (updateFields: INodeParameters) => ({ hostId: 52, updateFields });

it.each<[string, INodeParameters, string, unknown]>([
	['create', { ...john, name: EMPTY }, '"Name" is empty', 'Enter a value or map one to it.'],
	[
		'create',
		{ ...john, email: 'john' },
		'"Email" is not an e-mail address',
		'Enter one such as nathan@example.com.',
	],
	[
		'create',
		withMore({ role: 'ADMIN' }),
		'"Role" is "ADMIN"',
		'Use one of: RESELLER_ADMIN, COMPANY_ADMIN, HOST.',
	],
	[
		'create',
		withMore({ accessCode: '12' }),
		'"Access Code" is not such a code',
		'Enter 3 to 9 digits that do not begin with 0.',
	],
	[
		'create',
		withMore({ moderatorPin: '12ab' }),
		'"Moderator PIN" is not such a code',
		'Enter 3 to 9 digits that do not begin with 0.',
	],
	[
		'create',
		withMore({ autoRecord: 'audio', autoStream: 'video' }),
		'"Auto Stream" is "video", but "Auto Record" is "audio"',
		'Choose the same for both, or turn one of them off.',
	],
	[
		'create',
		withMore({ subscriptionIds: '110', planSlug: 'small_plan' }),
		'"Subscription IDs" is filled in beside slugs',
		'Use either the IDs, or Plan and Add-On Slugs.',
	],
	[
		'create',
		withMore({ subscriptionIds: '110, small_plan' }),
		'"Subscription IDs" is "small_plan"',
		'Enter the ID alone, which is a whole number.',
	],
	[
		'create',
		withMore({ timeZone: '+02:00' }),
		'"Time Zone" is "+02:00", which is not a time zone',
		'Use an IANA name such as Europe/Berlin or UTC.',
	],
	[
		'create',
		withMore({ countryCode: 'Germany' }),
		'"Country Code" is not a country code',
		expect.stringContaining('two letters (ISO 3166)'),
	],
	[
		'create',
		withMore({ locale: 'German please' }),
		'"Locale" is not a language',
		'Enter a BCP 47 tag, such as en-US.',
	],
	[
		'create',
		withMore({ streamPreview: { values: { duration: 0 } } }),
		'"Duration" is not usable',
		'Enter a whole number of at least 1.',
	],
	['update', changing({}), '"Update Fields" is empty', 'Add at least one field to change.'],
	[
		'update',
		changing({ subscriptionIds: '' }),
		'"Update Fields" is empty',
		'Add at least one field to change.',
	],
	[
		'update',
		changing({ clearSubscriptions: false }),
		'"Update Fields" is empty',
		'Add at least one field to change.',
	],
	[
		'update',
		changing({ clearSubscriptions: true, planSlug: 'small_plan' }),
		'"Clear Subscriptions" is on beside subscriptions that are to be set',
		'Turn it off, or remove the subscriptions that are to be set.',
	],
	[
		'update',
		changing({ imageUrl: 'nathan.png' }),
		'"Image URL" is not a web address',
		expect.stringContaining('https://'),
	],
	['get', { hostId: EMPTY }, '"Host" is empty', 'Pick one from the list or enter its ID.'],
	['delete', { hostId: '52 or 53' }, '"Host" is not an ID', expect.stringMatching(/ID alone/)],
	[
		'resetPassword',
		{ hostId: 'hanna' },
		'"Host" is "hanna"',
		'Enter the ID alone, which is a whole number.',
	],
])(
	'host.%s with %j is refused before anything is sent',
	async (name, inputs, message, description) => {
		const { run, control } = iotum();
		const { error } = await run(`host.${name}`, { inputs });
		expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
		expect(await control.requests()).toEqual([]);
	},
);
