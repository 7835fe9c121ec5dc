import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { readValues } from '../../kit/definition';
import type { Judge } from '../../kit/delivery';
import { readTrigger } from '../../kit/read';
import { isRepeated } from '../../kit/recent';
import { isRecord } from '../../kit/record';
import { expectedEvents, unexpected } from '../../kit/reported';
import { sameSecret } from '../../kit/signature';
import type { Tools } from '../../kit/tools';
import { get } from '../host/get';
import type { triggerFields } from './fields';

/** What tells the vendor's deliveries from forged ones. */
export interface Proof {
	expected(credentials: ICredentialDataDecryptedObject): unknown;
	given(context: IWebhookFunctions): unknown;
	/** Whether the user does without. */
	isWaived?(context: IWebhookFunctions): boolean;
}

/** What the user wants to hear of. Throws a refusal when the inputs cannot be used. */
export function wanted(fields: typeof triggerFields, context: IHookFunctions | IWebhookFunctions) {
	const { events, filters, options } = readValues(fields, readTrigger(context));
	return { names: expectedEvents(events, options.customEvents), filters };
}

/** What a delivery says. Source: seed 004, 11.1; VENDOR-FACTS.md, "Webhook delivery". */
interface Report {
	event: string;
	payload: IDataObject;
	timestamp?: string;
}

function read(body: unknown): Report | undefined {
	if (!isRecord(body) || typeof body.event !== 'string' || body.event === '') return undefined;
	const payload = typeof body.payload === 'string' ? parsed(body.payload) : body.payload;
	if (!isRecord(payload)) return undefined;
	const { event, timestamp } = body;
	return { event, payload, ...(typeof timestamp === 'string' && { timestamp }) };
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/**
 * Judges a delivery: without the secret it is turned away before it is read. An identical one within
 * minutes is a repeat; one without a time may be as wanted as the first.
 */
export const judgeDelivery =
	(fields: typeof triggerFields, { expected, given, isWaived }: Proof): Judge =>
	async (context, body, tools, { credentials }) => {
		const secret = expected(credentials);
		const isProven = typeof secret === 'string' && sameSecret(secret, given(context));
		if (!isProven && !isWaived?.(context)) {
			return { refuse: 'The secret of this webhook is missing or wrong', status: 401 };
		}
		const report = read(body);
		if (!report) return { refuse: 'This is not a report of an event', status: 400 };
		const { names, filters } = wanted(fields, context);
		const { event, payload, timestamp } = report;
		const surprise = unexpected(names, event);
		if (surprise) return surprise;
		if (filters.hostId !== undefined && filters.hostId !== payload.host_id) {
			return { ignore: 'Nothing to do: it is about another host' };
		}
		const { companyId } = filters;
		if (companyId !== undefined && companyId !== (await companyOf(payload, tools))) {
			return { ignore: 'Nothing to do: it is about another company' };
		}
		if (timestamp !== undefined && isRepeated(context, report)) {
			return { ignore: 'Nothing to do: this was reported before' };
		}
		return { start: [{ ...report }] };
	};

/** The company a report is about, which the vendor may leave out: its host knows it, if it is ours. */
async function companyOf({ company_id: company, host_id: host }: IDataObject, tools: Tools) {
	if (company !== undefined || !isNumberOfHost(host)) return company;
	const found = await tools.callUnless([403, 404], get, { hostId: host });
	return found?.company_id;
}

/** No other number is asked for: the vendor would turn the question away, not the delivery. */
const isNumberOfHost = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
