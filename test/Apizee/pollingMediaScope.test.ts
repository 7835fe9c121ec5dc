import { found, foundIds, idsOf, watching, withInputs } from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

const add = async (request: object = {}) => idsOf(await apizee().vendor.addMedias(request));

/** An ID as it is typed, or picked from the list. */
type Entered = number | ReturnType<typeof locator>;

const locator = (value: number) => ({ __rl: true, mode: 'list', value: String(value) }) as const;

const ofTicket = (ticketId: Entered, inputs = {}) =>
	watching('newMedia', { mediaOf: 'ticket', ticketId, ...inputs });

describe('a workflow that is to watch the media of something else', () => {
	it('starts anew: what is there already is no news', async () => {
		const { engine, access } = apizee();
		const { conferenceId, doneTicketId, invitedTicketId: ticketId } = access.fixtures;
		const workflow = ofTicket(ticketId);
		await engine.activate(workflow);
		const [id] = await add({ ticketId });
		for (const inputs of [
			{ mediaOf: 'ticket', ticketId: doneTicketId },
			{ mediaOf: 'conference', conferenceId },
			{ mediaOf: 'any' },
		]) {
			const other = await engine.activate(withInputs(workflow, { event: 'newMedia', ...inputs }));
			expect(found(other.firstTicks)).toBeNull();
			expect(found(await other.tick())).toBeNull();
		}
		const again = await engine.activate(workflow);
		expect(found(again.firstTicks)).toBeNull();
		const [fresh] = await add({ ticketId });
		expect(foundIds(await again.tick())).toEqual([fresh]);
		expect(id).not.toBe(fresh);
	});

	it('goes on with the same ticket, however it was entered, and with other options', async () => {
		const { engine, access } = apizee();
		const ticketId = access.fixtures.invitedTicketId;
		const workflow = ofTicket(ticketId);
		await engine.activate(workflow);
		const [id] = await add({ ticketId });
		const inputs = { event: 'newMedia', mediaOf: 'ticket', ticketId: locator(ticketId) };
		const options = { timeout: 60, enterpriseId: '1', daysToWatch: 3 };
		const same = await engine.activate(withInputs(workflow, { ...inputs, options }));
		expect(foundIds(same.firstTicks)).toEqual([id]);
	});
});
