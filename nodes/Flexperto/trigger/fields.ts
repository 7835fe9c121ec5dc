import { flag, selection } from '../../kit/choice';
import { options } from '../../kit/collection';
import { notice, text } from '../../kit/field';

/** Topics that the vendor reports. Source: seed 000, "Registering a web hook". */
export const TOPICS = { 'archive.available': 'Archive Available' };

export const audience = text('Audience', {
	default: '*',
	description: 'Whose events are reported; * for all',
});

/** The inputs of the webhook trigger. */
export const triggerFields = {
	registrationNotice: notice(
		'Activating the workflow registers its production URL at Flexperto, once. Flexperto offers no way to take a registration back: after deactivation it goes on reporting to the URL, and n8n turns those reports away.',
	),
	events: selection('Events', TOPICS, { required: true, default: ['archive.available'] }),
	options: options({
		audience,
		registerTestUrl: flag(
			'Register Test URL',
			false,
			'Whether to register the test URL as well when you listen for a test event. It stays registered at Flexperto.',
		),
		verifyWithApi: flag(
			'Verify with API',
			true,
			'Whether to ask Flexperto for the archive instead of trusting the report, which is not signed. Reports about archives that are no longer available start nothing then.',
		),
	}),
};
