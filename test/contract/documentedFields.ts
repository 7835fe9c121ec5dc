import type { LoggedRequest } from '../../sandbox/requestLog';
import type { Endpoints } from '../../sandbox/iotum/brands/brand';

/** Fields that the documents name and that nothing sends, by endpoint and field, with the reason. */
export const UNSENT: Record<string, Record<string, string>> = {
	iotum: {
		'conference/update active': 'Seed 002 has it among the inputs; it is one of the answer.',
		'conference/update end_time': 'Seed 002 has it among the inputs; it follows from the duration.',
		'host/update company_id': 'Seed 002 describes it, but its sample is without: a host stays.',
		'subscription/reactivate_all slug':
			'Described for all subscriptions, which have no single one.',
		'subscription/suspend_all slug': 'Described for all subscriptions, which have no single one.',
	},
	vivoMeetings: {
		'conference/create/reservationless secure_url': 'Unreleased, as seed 004 says.',
		'conference/create/reservationless waiting_room': 'Unreleased, as seed 004 says.',
		'conference/update active': 'Seed 004 has it among the inputs; it is one of the answer.',
		'conference/update end_time': 'Seed 004 has it among the inputs; it follows from the duration.',
		'host/create vivommeting_streaming_enabled': 'Another spelling; the sample has the one sent.',
	},
};

/** The documented fields that none of the requests has, as `host/create password`. */
export function unsentFields(endpoints: Endpoints, requests: LoggedRequest[]): string[] {
	return Object.entries(endpoints).flatMap(([path, { required, optional }]) => {
		const sent = requests
			.filter((request) => request.path === `/enterprise_api/${path}`)
			.flatMap(({ body }) => Object.keys(body ?? {}));
		return Object.keys({ ...required, ...optional })
			.filter((field) => !sent.includes(field))
			.map((field) => `${path} ${field}`);
	});
}
