import { useApizee } from './setup';
import { published, secretHeader, send, started } from './triggerWorkflow';

const apizee = useApizee();

const TIME = expect.any(Number);

const report = (object: string, event: string, objectId: unknown, props: unknown) => ({
	event,
	time: TIME,
	object,
	objectId,
	props,
});

describe('whatever happens starts the workflow with what it is about', () => {
	test('a ticket from its creation to its end, in this order, and its photo', async () => {
		const { vendor, control } = apizee();
		const { active } = await published(apizee());
		const [ticket] = await vendor.addTickets({ reference: 'CASE-7' });
		const id = ticket?.id ?? 0;
		for (const state of ['invited', 'inprogress'] as const) await vendor.setTicketState(id, state);
		const geoloc = { lat: 48.7, lng: -3.5 };
		await vendor.setTicketState(id, 'done', { geoloc });
		const [photo] = await vendor.addMedias({ ticketId: id, mediaType: 'image', title: 'roof' });
		await vendor.deleteTicket(id);

		const executions = await active.executions();
		expect(started(executions)).toEqual([
			report('ticket', 'create', id, { state: 'new' }),
			report('ticket', 'update', id, { state: 'invited' }),
			report('ticket', 'update', id, { state: 'inprogress' }),
			report('ticket', 'update', id, { state: 'done', geoloc }),
			report('media', 'create', photo?.id, {
				title: 'roof',
				status: 'completed',
				media_type: 'image',
				hash: photo?.hash,
			}),
			report('ticket', 'delete', id, { state: 'done', geoloc }),
		]);
		expect(executions.every(({ status }) => status === 'success')).toBe(true);
		expect((await vendor.deliveries()).every(({ status }) => status === 200)).toBe(true);
		// A report is enough: the quota is left to the workflow.
		expect(await control.requests()).toEqual([]);
	});

	test('a conference from its start to its recording', async () => {
		const { vendor } = apizee();
		const [conference] = await vendor.addConferences({ name: 'Review' });
		const { active } = await published(apizee());
		await vendor.startConference(conference?.id ?? 0);
		await vendor.endConference(conference?.id ?? 0, { recording: true });
		const room = conference?.roomKey;
		const finishedAt = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
		expect(started(await active.executions())).toEqual([
			report('conversation', 'create', room, {
				eventType: 'started',
				name: 'Review',
				finishedAt: null,
			}),
			report('conversation', 'update', room, { eventType: 'finished', name: 'Review', finishedAt }),
			expect.objectContaining({ object: 'media', event: 'create' }),
		]);
	});

	test('a ticket that the node creates', async () => {
		const { vendor, run, access } = apizee();
		const { active } = await published(apizee(), { events: ['ticket.create'] });
		const inputs = { agent: access.agent.username, phone: '+33612345678' };
		const { json } = await run('ticket.create', { inputs });
		// The vendor does not wait for the delivery.
		while ((await vendor.deliveries())[0]?.status === undefined) {
			await new Promise((done) => setTimeout(done, 10));
		}
		const got = report('ticket', 'create', json[0]?.id, { state: json[0]?.state });
		expect(started(await active.executions())).toEqual([got]);
	});
});

const EVENTS = [
	...['conversation', 'media', 'smsmessage', 'ticket'].flatMap((object) =>
		['create', 'delete', 'update'].map((event) => `${object}.${event}`),
	),
	'conversationevent.create',
];

/** Has the vendor report each of the events, given as object and event. */
async function reportEach(url: string, names: string[]) {
	const answers = [];
	for (const name of names) {
		const [object, event] = name.split('.');
		const body = { event, time: 1_689_176_892, object, objectId: 7, props: { state: 'done' } };
		answers.push(await send(url, body, secretHeader(apizee())));
	}
	return answers;
}

const namesOf = (reports: ReturnType<typeof started>) =>
	reports.map((body) => `${body?.object}.${body?.event}`);

describe('the events of the node', () => {
	test.each(EVENTS)('%s alone lets no other through', async (name) => {
		const { active, url } = await published(apizee(), { events: [name] });
		const sent = [...EVENTS, 'user.update', 'ticket.archive'];
		const answers = await reportEach(url, sent);
		expect(namesOf(started(await active.executions()))).toEqual([name]);
		expect(answers.filter((_answer, index) => sent[index] !== name)).toEqual(
			sent
				.filter((other) => other !== name)
				.map((other) => ({
					status: 200,
					data: { message: `Nothing to do: "${other}" is not expected here` },
				})),
		);
	});

	test('several let each of theirs through, also as a text of an expression', async () => {
		for (const events of [
			['ticket.update', 'media.create'],
			'={{ "ticket.update, media.create" }}',
		]) {
			const { active, url } = await published(apizee(), { events });
			await reportEach(url, EVENTS);
			expect(namesOf(started(await active.executions()))).toEqual([
				'media.create',
				'ticket.update',
			]);
		}
	});

	test('"Any Event", as from the start, lets those through that nobody knows yet', async () => {
		const { active, url } = await published(apizee());
		await reportEach(url, [...EVENTS, 'user.update']);
		expect(namesOf(started(await active.executions()))).toEqual([...EVENTS, 'user.update']);
	});

	test('Custom Events add further ones, and may be all', async () => {
		const options = { customEvents: 'user.update, ticket.archive' };
		for (const events of [['ticket.update'], []]) {
			const { active, url } = await published(apizee(), { events, options });
			await reportEach(url, ['user.update', 'user.delete', 'media.create', 'ticket.archive']);
			await reportEach(url, ['ticket.update']);
			expect(namesOf(started(await active.executions()))).toEqual([
				...['user.update', 'ticket.archive'],
				...events,
			]);
		}
	});
});
