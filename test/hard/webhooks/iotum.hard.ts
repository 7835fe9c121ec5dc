import type { IDataObject } from 'n8n-workflow';
import { useIotum } from '../../Iotum/setup';
import { started, TRIGGERS } from '../../Iotum/triggerWorkflow';
import { conferenceReport, conferenceReports, notOfTheCompany, startedWith } from './conferencing';
import { asJson } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { posted } from './hostile';
import { withstand } from './onslaught';
import { inHeader } from './proofs';
import { againstProven } from './proven';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'Iotum Trigger';

const iotum = useIotum(TRIGGERS);

const proving = inHeader('x-signing-token');

const OTHER_TOKEN = 'signing-token-of-another-one';

test('nothing but the signing token makes the Iotum Trigger start a workflow', async () => {
	const { engine, credentials, control } = iotum();
	const { iotumApi, vivoMeetingsApi } = credentials;
	const { signingToken, apiToken } = iotumApi;
	Object.assign(engine.credentials, { other: { ...iotumApi, signingToken: OTHER_TOKEN } });
	const own = { type: 'iotumApi' };
	const published = await publish(engine, 'iotumTrigger', own);
	const other = await publish(engine, 'iotumTrigger', { ...own, id: 'other' });
	const choosy = await publish(engine, 'iotumTrigger', own, {
		events: ['conference_end'],
		filters: { companyId: 5 },
	});

	let conferences = 0;
	await withstand({
		...published,
		name: NAME,
		engine,
		others: [other.active, choosy.active],
		secrets: [signingToken, OTHER_TOKEN, apiToken],
		kinds: againstProven({
			url: published.url,
			otherUrl: other.url,
			otherSecret: OTHER_TOKEN,
			choosyUrl: choosy.url,
			proving,
			secret: signingToken,
			others: [apiToken, vivoMeetingsApi.webhookSecret],
			reports: conferenceReports,
			required: ['event', 'payload'],
			notWanted: notOfTheCompany,
		}),
		async genuine() {
			const report = conferenceReport(++conferences, new Date().toISOString());
			const request = posted(published.url, asJson(report), proving.proof(signingToken));
			return { request, starts: startedWith(report) };
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
