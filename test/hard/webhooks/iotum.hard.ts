import type { IDataObject } from 'n8n-workflow';
import { useIotum } from '../../Iotum/setup';
import { started, TRIGGERS } from '../../Iotum/triggerWorkflow';
import { conferenceReport, conferenceReports, notOfTheCompany, startedWith } from './conferencing';
import { asJson } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { withstandForgeries } from './forgeries';
import { posted } from './hostile';
import { inHeader } from './proofs';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'Iotum Trigger';

const iotum = useIotum(TRIGGERS);

const proving = inHeader('x-signing-token');

test('nothing but the signing token makes the Iotum Trigger start a workflow', async () => {
	const { engine, credentials, control } = iotum();
	const { iotumApi, vivoMeetingsApi } = credentials;
	let conferences = 0;
	await withstandForgeries({
		name: NAME,
		type: 'iotumTrigger',
		engine,
		credentialType: 'iotumApi',
		entry: 'signingToken',
		proving,
		others: [iotumApi.apiToken, vivoMeetingsApi.webhookSecret],
		choosy: { events: ['conference_end'], filters: { companyId: 5 } },
		notWanted: notOfTheCompany,
		reports: conferenceReports,
		required: ['event', 'payload'],
		next() {
			const report = conferenceReport(++conferences, new Date().toISOString());
			return { report, starts: startedWith(report) };
		},
		tidy: async () => await control.clearRequests(),
	});
});

test('each report of a moment starts one execution, however often and in which order it comes', async () => {
	const { engine, credentials } = iotum();
	const { active, url } = await publish(engine, 'iotumTrigger', { type: 'iotumApi' });
	const proof = proving.proof(credentials.iotumApi.signingToken);
	const reports = Array.from({ length: REPORTS }, (_none, index) =>
		conferenceReport(index, new Date(index).toISOString()),
	);
	await deliverInDisorder(
		disorderly(NAME),
		reports.map((report) => posted(url, asJson(report), proof)),
	);
	const executions = await active.executions();
	countExecutions(NAME, executions.length);
	expect(inOrder(started(executions))).toEqual(reports.map(startedWith));
});

const inOrder = (reports: Array<IDataObject | undefined>) =>
	reports.sort((one, other) => String(one?.timestamp).localeCompare(String(other?.timestamp)));
