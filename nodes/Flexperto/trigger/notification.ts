import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readValues } from '../../kit/definition';
import type { Judge } from '../../kit/delivery';
import { isId } from '../../kit/field';
import { readTrigger } from '../../kit/read';
import { isRepeated } from '../../kit/recent';
import { isRecord } from '../../kit/record';
import { get } from '../archive/get';
import { triggerFields } from './fields';

/** What a notification says. Source: seed 000, "Registering a web hook", A1. */
interface Notification {
	archiveId: string;
	subject: IDataObject;
	topic: string;
	tenant: string;
}

/** A longer one is none, and no answer repeats it. */
const isName = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 255;

function read(body: unknown): Notification | undefined {
	if (!isRecord(body) || !isRecord(body.data) || !isRecord(body.meta)) return undefined;
	const { archive_id: archiveId, archive_subject: subject } = body.data;
	const { topic, tenant } = body.meta;
	if (typeof archiveId !== 'string' || !isId(archiveId)) return undefined;
	if (!isName(topic) || !isName(tenant)) return undefined;
	return { archiveId, topic, tenant, subject: isRecord(subject) ? subject : {} };
}

/** What the user wants to hear of. Throws a refusal when the inputs cannot be used. */
export const wanted = (context: IHookFunctions | IWebhookFunctions) =>
	readValues(triggerFields, readTrigger(context));

/**
 * Judges a notification. Deliveries are not signed, so that by default the archive record is asked
 * for instead of trusting them; an archive that is not AVAILABLE (any more) starts nothing, which
 * makes late repeats harmless. A repeat that comes while the first is worked on is known by its ID.
 */
export const judgeNotification: Judge = async (context, body, tools, { credentials }) => {
	const notification = read(body);
	if (!notification) return { refuse: 'This is not a notification of Flexperto', status: 400 };
	const { archiveId, topic, tenant, subject } = notification;
	const { events, options } = wanted(context);
	if (!events.includes(topic)) {
		return { refuse: `The topic "${topic}" is not expected here`, status: 403 };
	}
	const own = credentials.tenant;
	if (typeof own === 'string' && own !== '' && own.toLowerCase() !== tenant.toLowerCase()) {
		return { refuse: 'The tenant is not the one of this workflow', status: 403 };
	}
	const verify = options.verifyWithApi ?? true;
	const record = verify ? await tools.callUnless([404], get, { archiveId }) : undefined;
	if (verify && !record) return { refuse: 'There is no such archive', status: 404 };
	if (record && record.status !== 'AVAILABLE') {
		return { ignore: `Nothing to do: the archive is ${String(record.status)}` };
	}
	if (isRepeated(context, archiveId)) {
		return { ignore: 'Nothing to do: the archive is being worked on' };
	}
	return { start: [{ topic, ...(record ?? { id: archiveId, tenant, subject }) }] };
};
