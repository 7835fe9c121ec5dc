import { record } from '../../kit/block';
import { choice, flag, whole } from '../../kit/choice';
import { refusal } from '../../kit/error';
import { mapped, text, type Field } from '../../kit/field';
import { locator } from '../../kit/locator';
import { texts } from '../../kit/texts';
import { COUNTRY, digits, numbers, timeZone } from '../fields';
import { autoRecord, autoStream, checkFormats, hostInitiatedRecording } from '../media';
import { products } from '../pickers';

const ROLES = { RESELLER_ADMIN: 'Reseller Admin', COMPANY_ADMIN: 'Company Admin', HOST: 'Host' };

function checkLocale(label: string, value: string): void {
	if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)) return;
	throw refusal(label, 'is not a language', 'Enter a BCP 47 tag, such as en-US');
}

/** A text whose blanks at both ends belong to it. */
const verbatim = ({ property, parse }: Field<string | undefined>): Field<string | undefined> => ({
	property,
	parse: (raw, reading) => (parse(raw, reading) === undefined ? undefined : String(raw)),
});

const disableEmails = record(
	'Disable Emails',
	{
		conferenceInvitations: flag('Conference Invitations', false, 'Whether these are not sent'),
		conferenceReminders: flag('Conference Reminders', false, 'Whether these are not sent'),
		conferenceSummaries: flag('Conference Summaries', false, 'Whether these are not sent'),
		transcriptionSummaries: flag('Transcription Summaries', false, 'Whether these are not sent'),
	},
	{
		entry: 'Emails',
		description: 'Which e-mails the host does not get; those that are not switched on are sent',
	},
);

const streamPreview = record(
	'Stream Preview',
	{
		duration: whole('Duration', {
			default: 60,
			minimum: 1,
			description: 'How long each clip is, in the vendor’s unit (its sample has 60)',
		}),
		interval: whole('Interval', {
			default: 300,
			minimum: 1,
			description: 'How often a clip is made, in the vendor’s unit (its sample has 300)',
		}),
		imagePreview: flag('Image Preview', true, 'Whether a still image is made as well'),
	},
	{
		entry: 'Preview',
		description:
			'Clips that are made while recording or streaming; the vendor keeps them for a day',
	},
);

const timeFormat = record(
	'Time Format',
	{
		time24hr: flag('24-Hour Time', true, 'Whether times are shown as 13:00 instead of 1:00 PM'),
		hmSeparator: verbatim(
			text('Hour Minute Separator', {
				default: ':',
				description: 'Letters stand in square brackets, as in [h]; blanks count',
			}),
		),
		mdFormat: text('Month Day Format', {
			default: 'M D',
			description: 'M stands for the month and D for the day',
		}),
		mdYComma: flag('Comma Before Year', true, 'Whether a comma stands before the year'),
	},
	{ entry: 'Format', description: 'How the vendor’s pages show times and dates' },
);

/** What may be said of a host at any time. Source: seed 002, "Hosts" (host/create, host/update). */
export const details = {
	accessCode: digits('Access Code', {
		minimum: 3,
		maximum: 9,
		description:
			'What participants dial or enter, 3 to 9 digits; left empty, the vendor makes one up',
	}),
	addOnSlugs: texts('Add-On Slugs', {
		description: 'The add-ons of the host, separated by commas',
		placeholder: 'e.g. recording',
	}),
	autoRecord,
	autoStream,
	countryCode: mapped(text('Country Code', COUNTRY), (code) => code?.toUpperCase()),
	disableEmails,
	hostInitiatedRecording,
	locale: text('Locale', {
		description: 'The language of voice prompts and pages',
		placeholder: 'e.g. en-US',
		check: checkLocale,
	}),
	moderatorPin: digits('Moderator PIN', {
		minimum: 3,
		maximum: 9,
		description: 'What the moderator enters, 3 to 9 digits; left empty, the vendor makes one up',
	}),
	openidSub: text('OpenID Subject', {
		description: 'The subject in your OpenID provider. Ask the vendor before you use it.',
	}),
	planSlug: locator('Plan', products, {
		description: 'The plan of the host; not together with Subscription IDs',
		placeholder: 'e.g. small_plan',
	}),
	publicUsername: text('Public Username', {
		description: 'The name of the account on another platform',
	}),
	role: choice('Role', ROLES, {
		default: 'HOST',
		description: 'Only reseller admins may appoint reseller admins',
	}),
	streamPreview,
	subscriptionIds: numbers('Subscription IDs', {
		description:
			'The host’s plan and add-ons, separated by commas: exactly these. Paid host limits grow by themselves.',
		placeholder: 'e.g. 102, 104',
	}),
	timeFormat,
	timeZone,
	waitingRoom: flag('Waiting Room', true, 'Whether participants wait until the host lets them in'),
};

/** What is only said of a new host. */
export const initial = {
	nativeStreaming: flag('Native Streaming', true, 'Whether the host may stream at once'),
	noLogin: flag(
		'No Login',
		true,
		'Whether the host cannot sign in with a password. Several such hosts may have the same e-mail.',
	),
	noWelcomeEmail: flag('No Welcome Email', true, 'Whether the host gets no welcome e-mail'),
	password: text('Password', { password: true }),
};

export const NAME = {
	description: 'As others see it in meetings',
	placeholder: 'e.g. Nathan Smith',
};

interface HostDetails {
	addOnSlugs?: string[];
	autoRecord?: string;
	autoStream?: string;
	clearSubscriptions?: boolean;
	planSlug?: string;
	subscriptionIds?: number[];
}

/**
 * The details as they are sent. Throws a refusal when they contradict each other. An empty list is
 * not sent: clearing is said with `clearSubscriptions`.
 */
export function hostDetails<D extends HostDetails>(values: D): object {
	const { addOnSlugs = [], subscriptionIds = [], clearSubscriptions, ...others } = values;
	checkFormats(values);
	const bySlug = addOnSlugs.length > 0 || values.planSlug !== undefined;
	if (bySlug && subscriptionIds.length > 0) {
		const next = 'Use either the IDs, or Plan and Add-On Slugs';
		throw refusal('Subscription IDs', 'is filled in beside slugs', next);
	}
	if (clearSubscriptions && (bySlug || subscriptionIds.length > 0)) {
		const next = 'Turn it off, or remove the subscriptions that are to be set';
		throw refusal('Clear Subscriptions', 'is on beside subscriptions that are to be set', next);
	}
	return {
		...others,
		...(addOnSlugs.length > 0 && { addOnSlugs }),
		...(subscriptionIds.length > 0 && { subscriptionIds }),
		...(clearSubscriptions && { subscriptionIds: [] }),
	};
}

/** The entries of a host that matter most; keys and links that let somebody in are not among them. */
export const SIMPLE = [
	'host_id',
	'company_id',
	'name',
	'email',
	'role',
	'meeting_url',
	'access_code.number',
	'plan_slug',
	'add_on_slugs',
	'subscription_ids',
	'time_zone',
];
