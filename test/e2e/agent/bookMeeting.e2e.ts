import { readExample } from '../../../scripts/demoPlayground';
import type { WorkflowJson } from '../../harness/run';
import { oneForAll } from '../../setup';
import { startAllVendors } from '../allVendors';
import { n8n } from '../setup';
import { startModelStub, type Plan } from './modelStub';

// The example in which an AI Agent books a meeting, as it is imported.

const setup = oneForAll(async () => {
	const model = await startModelStub();
	const vendors = await startAllVendors({
		openAiApi: { apiKey: 'none is needed', url: model.url },
	});
	const close = async () => {
		await vendors.close();
		await model.close();
	};
	return { ...vendors, model, close };
});

const START = '2031-03-24T10:00:00';

/** Finds Hanna among the hosts, looks at her meetings, and books, as the agent's instructions say. */
const booking: Plan = (returned) => {
	const [hosts, meetings, booked] = returned;
	if (hosts === undefined) return { tool: 'Find_Hosts', arguments: {} };
	const found: Array<{ host_id: number; name: string }> = JSON.parse(hosts);
	const host = { Host_ID: found.find(({ name }) => name.startsWith('Hanna'))?.host_id };
	if (meetings === undefined) return { tool: 'Scheduled_Meetings', arguments: host };
	if (booked !== undefined) return undefined;
	const details = { Subject: 'Portfolio review', Start: START, Minutes: 30 };
	const customer = { Customer_Email: 'john.doe@example.com' };
	return { tool: 'Book_a_Meeting', arguments: { ...host, ...details, ...customer } };
};

/** Writes to the agent of the example, whose model follows a plan. */
async function written(chatInput: string, plan: Plan) {
	const { engine, model, control } = setup();
	const workflow: WorkflowJson = readExample('book-meeting-by-agent', n8n.filesFolder);
	model.follows(plan);
	const { outputs, error } = await engine.run(workflow, {
		items: [{ json: { sessionId: 'a-chat', action: 'sendMessage', chatInput } }],
	});
	const asked = (await control.requests({ vendor: 'iotum' }))
		.map(({ path, body }) => ({ path: path.replace('/enterprise_api/', ''), body }))
		.filter(({ path }) => path !== 'authenticate');
	return { said: String(outputs['AI Agent']?.[0]?.[0]?.json.output), error, asked };
}

describe(`book-meeting-by-agent in n8n ${n8n.major}`, () => {
	it('finds the host, looks whether she is free, and books, step by step', async () => {
		const { sandbox, model } = setup();
		const { hostId, companyId } = sandbox.iotum.fixtures;
		const { said, error, asked } = await written('Hanna and john.doe@example.com …', booking);
		expect(error).toBeUndefined();
		expect(asked.map(({ path }) => path)).toEqual([
			'host/fetch_all',
			'conference/fetch_all',
			'conference/create',
		]);
		expect(asked.map(({ body }) => body)).toMatchObject([
			{ company_id: companyId },
			{ host_id: hostId },
			{
				host_id: hostId,
				subject: 'Portfolio review',
				start: '2031-03-24 10:00:00',
				time_zone: 'Europe/Berlin',
				duration: 30,
				participant_emails: [{ email: 'john.doe@example.com' }],
			},
		]);
		expect(said).toContain('Portfolio review');
		expect(said).toContain('room_url');
		const [question] = model.questions;
		expect(question?.messages[0]?.content).toMatch(
			/^You book video meetings .* In Berlin it is \w+day, \d+ \w+ 20\d\d, \d\d:\d\d;/,
		);
		expect(question?.tools?.map((tool) => tool.function.name).sort()).toEqual([
			'Book_a_Meeting',
			'Find_Hosts',
			'Scheduled_Meetings',
		]);
	});

	it('says what was wrong when the model makes something up, and books nothing', async () => {
		const misled: Plan = (returned) =>
			returned.length > 0
				? undefined
				: {
						tool: 'Book_a_Meeting',
						arguments: {
							...{ Host_ID: 52, Subject: 'Portfolio review', Start: 'next week', Minutes: 30 },
							Customer_Email: 'john.doe@example.com',
						},
					};
		const { said, asked } = await written('Hanna and John, next week', misled);
		expect(said).toContain('Start');
		expect(asked).toEqual([]);
	});
});
