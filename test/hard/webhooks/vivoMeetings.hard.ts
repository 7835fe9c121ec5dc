import { useVivoMeetings } from '../../Iotum/setup';
import { started, TRIGGERS } from '../../Iotum/triggerWorkflow';
import { conferenceReport, conferenceReports, notOfTheHost, startedWith } from './conferencing';
import { asJson } from './contents';
import { countExecutions, deliverInDisorder, disorderly, REPORTS } from './disorder';
import { posted } from './hostile';
import { withstand } from './onslaught';
import { inQuery } from './proofs';
import { againstProven } from './proven';
import { publish } from './published';

// A minute on a machine that has nothing else to do.
jest.setTimeout(600_000);

const NAME = 'VivoMeetings Trigger';

const vivoMeetings = useVivoMeetings(TRIGGERS);

const proving = inQuery('secret');

const OTHER_SECRET = 'a-long-random-text-of-another';

test('nothing but the secret in the URL makes the VivoMeetings Trigger start a workflow', async () => {
	const { engine, credentials } = vivoMeetings();
	const { iotumApi, vivoMeetingsApi } = credentials;
	const { webhookSecret: secret, password } = vivoMeetingsApi;
	Object.assign(engine.credentials, { other: { ...vivoMeetingsApi, webhookSecret: OTHER_SECRET } });
	const own = { type: 'vivoMeetingsApi' };
	const published = await publish(engine, 'vivoMeetingsTrigger', own);
	const other = await publish(engine, 'vivoMeetingsTrigger', { ...own, id: 'other' });
	const choosy = await publish(engine, 'vivoMeetingsTrigger', own, {
		events: ['conference_end'],
		filters: { hostId: 52 },
	});

	let conferences = 0;
	await withstand({
		...published,
		name: NAME,
		engine,
		others: [other.active, choosy.active],
		secrets: [secret, OTHER_SECRET, password],
		kinds: againstProven({
			url: published.url,
			otherUrl: other.url,
			otherSecret: OTHER_SECRET,
			choosyUrl: choosy.url,
			proving,
			secret,
			others: [password, iotumApi.signingToken],
			reports: conferenceReports,
			required: ['event', 'payload'],
			notWanted: notOfTheHost,
		}),
		async genuine() {
			const report = conferenceReport(++conferences);
			const request = posted(published.url, asJson(report), proving.proof(secret));
			return { request, starts: startedWith(report) };
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
