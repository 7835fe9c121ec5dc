import { flag } from '../../kit/choice';
import { notice } from '../../kit/field';
import { without } from '../../kit/record';
import { eventsAmong } from '../../kit/reported';
import { varied } from '../../kit/variation';
import { EVENTS, triggerFields as iotum } from '../../Iotum/trigger/fields';

const events = without(EVENTS, 'one_time_access_code_reused');

/** The inputs of the webhook trigger. Deliveries name hosts, but no companies. Source: seed 004, 11.0. */
export const triggerFields = {
	...varied(iotum, {
		docs: 'seed 004, 11.0 Webhooks',
		only: { filters: ['hostId'] },
		addedTo: {
			options: {
				withoutSecret: flag(
					'Without Secret',
					true,
					'Whether to take deliveries without the secret, because the vendor cannot report to a URL with one. Anybody who knows the URL can start the workflow then.',
				),
			},
		},
	}),
	events: eventsAmong(events),
	setUpNotice: notice(
		'The vendor sets this webhook up by hand. Write to them: "Please report the events of our company to this endpoint URL: (the production URL above, followed by ?secret= and the Webhook Secret of the credential). Events: all."',
	),
};
