import { createOrGet, lookUp, PEOPLE } from './createOrGet';
import { useApizee } from './setup';

const apizee = useApizee();

/** The next list of tickets is one with these references, with IDs from 1, the newest first. */
async function given(total: number, ...references: unknown[]) {
	const { control, access } = apizee();
	const data = references.map((reference, index) => ({
		id: index + 1,
		reference,
		agent_url: access.url,
		button_id: 223,
	}));
	const body = { total, data };
	await control.fault({ kind: 'status', status: 200, path: '/api/tickets', body });
}

/** As they come from a list that has the links too, so that the ticket is not read once more. */
const found = (id: number, reference: string | number) => ({
	id,
	reference,
	agent_ticket_url: `${apizee().access.url}/entrypoint/223/tickets/${id}`,
	was_created: false,
});

describe('create or get, when the vendor also gives tickets with other references', () => {
	it('takes the newest with exactly this one', async () => {
		await given(4, 'CASE-12', 'case-1', 'CASE-1', 'CASE-1');
		const { ticket, requests } = await createOrGet(apizee(), { reference: 'CASE-1' });
		expect(ticket).toEqual(found(3, 'CASE-1'));
		expect(requests).toEqual([lookUp('CASE-1')]);
	});

	it('knows it when the vendor writes it as a number', async () => {
		await given(2, 12345, 1234);
		const { ticket } = await createOrGet(apizee(), { reference: '1234' });
		expect(ticket).toEqual(found(2, 1234));
	});

	it.each([
		['only begin alike', ['CASE-12', 'CASE-1 (again)']],
		['only end alike', ['NEW-CASE-1']],
		['are in other letters', ['case-1', 'Case-1']],
		['have none', [null, undefined, '']],
	])('creates a ticket when all that come %s', async (_, references) => {
		await given(references.length, ...references);
		const { ticket, requests } = await createOrGet(apizee(), { reference: 'CASE-1' });
		expect(ticket).toMatchObject({ reference: 'CASE-1', was_created: true });
		expect(requests).toEqual([lookUp('CASE-1'), `POST tickets?${PEOPLE}&reference=CASE-1`]);
	});

	it('creates one of its own name for a reference that means none to a program', async () => {
		await given(2, null, undefined);
		const { ticket } = await createOrGet(apizee(), { reference: 'null' });
		expect(ticket).toMatchObject({ reference: 'null', was_created: true });
	});

	it('looks at the next page before it creates one', async () => {
		await given(3, 'CASE-12', 'CASE-13');
		await given(3, 'CASE-1');
		const { ticket, requests } = await createOrGet(apizee(), { reference: 'CASE-1' });
		expect(ticket).toEqual(found(1, 'CASE-1'));
		expect(requests).toEqual([lookUp('CASE-1'), lookUp('CASE-1').replace('offset=0', 'offset=2')]);
	});

	it('reads a ticket that is whole once more for a link that signs in', async () => {
		await given(1, 'CASE-1');
		const body = { id: 1, reference: 'CASE-1', sso_url: 'https://cloud.apizee.com?x' };
		await apizee().control.fault({ kind: 'status', status: 200, path: '/api/tickets/1', body });
		const inputs = { reference: 'CASE-1', additionalFields: { ssoLink: true } };
		const { ticket, requests } = await createOrGet(apizee(), inputs);
		expect(ticket).toEqual({ ...body, was_created: false });
		expect(requests).toEqual([lookUp('CASE-1'), 'GET tickets/1?scope=sso']);
	});
});
