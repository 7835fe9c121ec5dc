import { useVivoMeetings } from '../../Iotum/setup';
import { started, TRIGGERS } from '../../Iotum/triggerWorkflow';
import { conferenceReport, conferenceReports, notOfTheHost, startedWith } from './conferencing';
import { asJson } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { withstandForgeries } from './forgeries';
import { posted } from './hostile';
import { inQuery } from './proofs';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'VivoMeetings Trigger';

const vivoMeetings = useVivoMeetings(TRIGGERS);

const proving = inQuery('secret');

test('nothing but the secret in the URL makes the VivoMeetings Trigger start a workflow', async () => {
	const { engine, credentials } = vivoMeetings();
	const { iotumApi, vivoMeetingsApi } = credentials;
	let conferences = 0;
	await withstandForgeries({
		name: NAME,
		type: 'vivoMeetingsTrigger',
		engine,
		credentialType: 'vivoMeetingsApi',
		entry: 'webhookSecret',
		proving,
		others: [vivoMeetingsApi.password, iotumApi.signingToken],
		choosy: { events: ['conference_end'], filters: { hostId: 52 } },
		notWanted: notOfTheHost,
		reports: conferenceReports,
		required: ['event', 'payload'],
		next() {
			const report = conferenceReport(++conferences);
			return { report, starts: startedWith(report) };
		},
	});
});

test('reports have no time here, so that each delivery starts an execution: a repeat may be wanted', async () => {
	const { engine, credentials } = vivoMeetings();
	const { active, url } = await publish(engine, 'vivoMeetingsTrigger', { type: 'vivoMeetingsApi' });
	const proof = proving.proof(credentials.vivoMeetingsApi.webhookSecret);
	const reports = Array.from({ length: REPORTS }, (_none, index) => conferenceReport(index));
	const deliveries = await deliverInDisorder(
		disorderly(NAME),
		reports.map((report) => posted(url, asJson(report), proof)),
	);
	const executions = await active.executions();
	countExecutions(NAME, executions.length);
	expect(executions).toHaveLength(deliveries);
	const different = new Set(started(executions).map((json) => JSON.stringify(json)));
	expect(different).toEqual(new Set(reports.map((report) => JSON.stringify(startedWith(report)))));
});
