import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Connection } from '../../kit/connection';
import { readValues } from '../../kit/definition';
import type { Judge } from '../../kit/delivery';
import { refusal } from '../../kit/error';
import { readTrigger } from '../../kit/read';
import { isRepeated } from '../../kit/recent';
import { isRecord } from '../../kit/record';
import { expectedEvents, unexpected } from '../../kit/reported';
import { checkSecret, sameSecret } from '../../kit/signature';
import { triggerFields } from './fields';

/** What the user wants to hear of. Throws a refusal when the inputs cannot be used. */
function wanted(context: IHookFunctions | IWebhookFunctions) {
	const { events, filters, options } = readValues(triggerFields, readTrigger(context));
	const names = expectedEvents(events, options.customEvents);
	return { names, states: filters.ticketStates ?? [] };
}

/** Refuses to start without what tells the vendor's deliveries from forged ones. */
export function checkTrigger({ credentials }: Connection, context: IHookFunctions): void {
	const { webhookHeaderName: header, webhookSecret: secret } = credentials;
	if (typeof header !== 'string' || !/^[\w-]+$/.test(header.trim())) {
		const next =
			'Enter one such as X-Webhook-Secret in the credential, and in the vendor’s console';
		throw refusal('Webhook Header Name', 'is not the name of a header', next);
	}
	const next =
		'Enter a long random text in the credential, and as the value of the header in the vendor’s console';
	checkSecret('Webhook Secret', secret, next);
	wanted(context);
}

/** A delivery. Source: VENDOR-FACTS.md, Apizee, "Webhooks". */
interface Report extends IDataObject {
	event: string;
	object: string;
}

const isReport = (body: unknown): body is Report =>
	isRecord(body) &&
	[body.event, body.object].every((entry) => typeof entry === 'string' && entry !== '');

/** A state is a text; a list with the text in it is none that the user chose. */
const stateOf = ({ props }: Report): string =>
	isRecord(props) && typeof props.state === 'string' ? props.state : '';

/**
 * Judges a delivery: without the secret it is turned away before it is read. An identical one within
 * minutes is a repeat; one without a time may be as wanted as the first.
 */
export const judgeDelivery: Judge = async (context, body, _tools, { credentials }) => {
	const { webhookHeaderName: header, webhookSecret: secret } = credentials;
	const given = context.getHeaderData()[String(header).trim().toLowerCase()];
	if (typeof secret !== 'string' || !sameSecret(secret, given)) {
		return { refuse: 'The secret of this webhook is missing or wrong', status: 401 };
	}
	if (!isReport(body)) return { refuse: 'This is not a report of an event', status: 400 };
	const { names, states } = wanted(context);
	const surprise = unexpected(names, `${body.object}.${body.event}`);
	if (surprise) return surprise;
	if (body.object === 'ticket' && states.length > 0 && !states.includes(stateOf(body))) {
		return { ignore: 'Nothing to do: the ticket is in another state' };
	}
	if (body.time !== undefined && isRepeated(context, body)) {
		return { ignore: 'Nothing to do: this was reported before' };
	}
	return { start: [{ ...body }] };
};
