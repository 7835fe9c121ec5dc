import { useApizee } from './setup';
import { received } from './requests';
import {
	daysAgo,
	found,
	foundIds,
	idsOf,
	letPass,
	RESTART,
	watching,
	withExisting,
} from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const add = async (request: object = {}) => idsOf(await apizee().vendor.addMedias(request));

/** A media's link, as the vendor lists it. */
const link = (hash = '') => `${apizee().access.url}/media/showVideo/1/hash/${hash}`;

/** An ID as it is typed, or picked from the list. */
type Entered = number | ReturnType<typeof locator>;

const locator = (value: number) => ({ __rl: true, mode: 'list', value: String(value) }) as const;

const ofTicket = (ticketId: Entered, inputs = {}) =>
	watching('newMedia', { mediaOf: 'ticket', ticketId, ...inputs });

const ofConference = (conferenceId: Entered, inputs = {}) =>
	watching('newMedia', { mediaOf: 'conference', conferenceId, ...inputs });

describe('New Media, of one ticket', () => {
	it('hands over each of its media once, with the number of the ticket', async () => {
		const { engine, vendor, access } = apizee();
		const { invitedTicketId: ticketId } = access.fixtures;
		const active = await engine.activate(ofTicket(locator(ticketId)));
		await add();
		const [photo] = await vendor.addMedias({ ticketId, mediaType: 'image', title: 'roof' });
		const ticks = await active.tick();
		const record = {
			...{ id: photo?.id, title: 'roof', type: 'image/jpeg', hash: photo?.hash },
			...{ description: null, source_type: 'unknown', url: link(photo?.hash) },
			ticket_id: String(ticketId),
		};
		expect(found(ticks)).toEqual([record]);
		expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([record]);
		for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
	});

	it('with Include Existing, hands over all that it has, however old', async () => {
		const { engine, access } = apizee();
		const { doneTicketId, ticketVideoId, ticketImageId } = access.fixtures;
		const bare = await engine.activate(ofTicket(doneTicketId));
		expect(found(bare.firstTicks)).toBeNull();
		const active = await engine.activate(ofTicket(doneTicketId, withExisting));
		expect(foundIds(active.firstTicks)).toEqual([ticketVideoId, ticketImageId]);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
		letPass({ days: 30 });
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('hands over what is complete later', async () => {
		const { engine, vendor, access } = apizee();
		const ticketId = access.fixtures.invitedTicketId;
		const active = await engine.activate(ofTicket(ticketId));
		const [slow = 0] = await add({ ticketId, status: 'processing', created: daysAgo(20) });
		expect(found(await active.tick())).toBeNull();
		await vendor.setMediaStatus(slow, 'completed');
		expect(foundIds(await active.tick())).toEqual([slow]);
	});

	it('asks under the enterprise that the user names, or else looks its own up once', async () => {
		const { engine, control, access } = apizee();
		const ticketId = access.fixtures.invitedTicketId;
		const options = { enterpriseId: '1' };
		const named = await engine.activate(ofTicket(ticketId, { options }));
		const own = await engine.activate(ofTicket(ticketId));
		await control.clearRequests();
		await named.tick();
		await own.tick();
		const list = `GET enterprises/1/tickets/${ticketId}/medias?limit=100&offset=0`;
		expect(received(await control.requests())).toEqual([list, list]);
	});

	it('tells of a ticket that is not there or not yours, and of one that is gone', async () => {
		const { engine, vendor, access } = apizee();
		const { foreignTicketId, invitedTicketId: ticketId } = access.fixtures;
		for (const [id, status] of [
			[999, 404],
			[foreignTicketId, 403],
		] as const) {
			await expect(engine.activate(ofTicket(id))).rejects.toMatchObject({
				description: expect.stringContaining(`/tickets/${id}/medias: HTTP ${status}.`),
			});
		}
		const active = await engine.activate(ofTicket(ticketId));
		await vendor.deleteTicket(ticketId);
		expect((await active.tick())[0]?.error?.message).toContain('does not know what was asked for');
	});
});

describe('New Media, of one conference', () => {
	it('hands over each of its media once, when it is complete, with the number of the conference', async () => {
		const { engine, vendor, access } = apizee();
		const { conferenceId } = access.fixtures;
		const active = await engine.activate(ofConference(conferenceId));
		await add();
		const [slow = 0] = await add({ conferenceId, status: 'processing' });
		const [quick = 0] = await add({ conferenceId, mediaType: 'document' });
		const ticks = await active.tick();
		expect(found(ticks)).toMatchObject([
			{ id: quick, media_type: 'document', status: 'completed', conference_id: '842341' },
		]);
		expect(found(await active.tick())).toBeNull();
		await vendor.setMediaStatus(slow, 'completed');
		expect(foundIds(await active.tick())).toEqual([slow]);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('with Include Existing, hands over all that it has, however old', async () => {
		const { engine, access } = apizee();
		const { conferenceId, conferenceVideoId, conferenceDocumentId } = access.fixtures;
		const active = await engine.activate(ofConference(conferenceId, withExisting));
		expect(foundIds(active.firstTicks)?.sort()).toEqual([conferenceVideoId, conferenceDocumentId]);
		letPass({ days: 30 });
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});
});
