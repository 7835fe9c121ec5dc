import fc from 'fast-check';
import { useApizee } from '../../Apizee/setup';
import { started } from '../../triggerWorkflow';
import { asJson, INHERITED } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { withstandForgeries } from './forgeries';
import { posted } from './hostile';
import { inHeader } from './proofs';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'Apizee Trigger';

const apizee = useApizee();

/** A report as Apizee sends it. Source: VENDOR-FACTS.md, "Webhooks". */
const ticketReport = (objectId: string | number, time = 1_689_176_892) => ({
	event: 'update',
	time,
	object: 'ticket',
	objectId,
	props: { state: 'done', duration: 61 },
});

const names = fc.oneof(
	fc.constantFrom('ticket', 'media', 'conversation', 'create', 'update', ...INHERITED),
	fc.string({ minLength: 1 }),
);

const reports = fc.oneof(
	fc.tuple(fc.integer(), fc.nat()).map(([ticket, time]) => ticketReport(ticket, time)),
	fc.uuid().map((ticket) => ticketReport(ticket)),
	fc.record({ event: names, object: names, props: fc.object() }),
	fc.double().map((time) => ticketReport(1, time)),
);

/** What a workflow for done tickets does not want. */
const notWanted = fc.oneof(
	fc
		.record({ event: names, object: names, time: fc.nat() })
		.filter(({ event, object }) => `${object}.${event}` !== 'ticket.update'),
	fc
		.oneof(fc.constantFrom('open', 'Done', 'done ', ['done'], null, 7, ...INHERITED), fc.object())
		.map((state) => ({ ...ticketReport(1), props: { state: state } })),
	fc
		.constantFrom(null, [], 'done', { State: 'done' })
		.map((props) => ({ ...ticketReport(1), props })),
);

test('nothing but the secret in its header makes the Apizee Trigger start a workflow', async () => {
	const { engine, credentials } = apizee();
	const { webhookHeaderName, password } = credentials.apizeeApi;
	let tickets = 0;
	await withstandForgeries({
		name: NAME,
		type: 'apizeeTrigger',
		engine,
		credentialType: 'apizeeApi',
		entry: 'webhookSecret',
		proving: inHeader(webhookHeaderName),
		others: [password, 'iotum-webhook-signing-token'],
		choosy: { events: ['ticket.update'], filters: { ticketStates: ['done'] } },
		notWanted,
		reports,
		required: ['event', 'object'],
		next() {
			const report = ticketReport(++tickets);
			return { report, starts: report };
		},
	});
});

test('each report of a moment starts one execution, however often and in which order it comes', async () => {
	const { engine, credentials } = apizee();
	const { webhookSecret, webhookHeaderName } = credentials.apizeeApi;
	const { active, url } = await publish(engine, 'apizeeTrigger', { type: 'apizeeApi' });
	const proof = inHeader(webhookHeaderName).proof(webhookSecret);
	// Ten tickets that come into the same state a hundred times each: only the time differs.
	const reports = Array.from({ length: REPORTS }, (_none, time) => ticketReport(time % 10, time));
	await deliverInDisorder(
		disorderly(NAME),
		reports.map((report) => posted(url, asJson(report), proof)),
	);
	const executions = await active.executions();
	countExecutions(NAME, executions.length);
	const inOrder = started(executions).sort((one, other) => Number(one?.time) - Number(other?.time));
	expect(inOrder).toEqual(reports);
});
