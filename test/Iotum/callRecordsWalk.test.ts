import { received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

const at = (time: string) => new Date(time).getTime();

/** A conference of host 52 that has been held from the given time on, with so many call records. */
async function held(start: string, records: number, duration = 60): Promise<number> {
	const { vendor } = iotum();
	const [conference] = await vendor.addConferences({ start, duration, held: true });
	if (!conference) throw new Error('No conference was added.');
	await vendor.join(conference.id, { count: records - 1 });
	return conference.id;
}

const getAll = async (filters = {}) => {
	const { run, control } = iotum();
	await control.clearRequests();
	const inputs = { hostId: 52, returnAll: true, filters };
	const { json, hints, error } = await run('host.getCallRecords', { inputs });
	expect(error).toBeUndefined();
	const ids = json.map(({ id }) => Number(id));
	expect(new Set(ids).size).toBe(ids.length);
	const requests = received(await control.requests());
	return { ids, json, hints: hints.map(({ message }) => message), requests };
};

/** All call records that the vendor keeps of host 52. */
const kept = async () =>
	(await iotum().vendor.conferences())
		.filter(({ hostId }) => hostId === 52)
		.flatMap(({ attendees }) => attendees)
		.map(({ cdrId, joined }) => ({ id: cdrId, joined }));

const numbered = (ids: number[]) => ids.sort((one, other) => one - other);

const allKept = async () => numbered((await kept()).map(({ id }) => id));

it('reads many days to the end, each record once, and without a hint', async () => {
	for (const day of ['01', '02', '03', '09', '28']) await held(`2026-03-${day}T10:00:00Z`, 60);
	await held('2025-12-31T23:00:00Z', 60);
	const { ids, hints, requests } = await getAll();
	expect(numbered(ids)).toEqual(await allKept());
	expect(ids).toHaveLength(363);
	expect(hints).toEqual([]);
	expect(requests.length).toBeLessThan(60);
});

it('asks no day by day where a period has fewer than a hundred', async () => {
	await held('2026-03-01T10:00:00Z', 60);
	await held('2026-03-31T10:00:00Z', 60);
	const { ids, requests } = await getAll({ startDate: '2026-03-01', endDate: '2026-03-31' });
	expect(ids).toHaveLength(120);
	expect(requests.map(({ body }) => body)).toEqual([
		{ host_id: 52, start_date: '2026-03-01', end_date: '2026-03-31' },
		{ host_id: 52, start_date: '2026-03-01', end_date: '2026-03-16' },
		{ host_id: 52, start_date: '2026-03-17', end_date: '2026-03-31' },
	]);
});

it('reads a day with more by its conferences', async () => {
	for (const hour of ['08', '10', '12', '14']) await held(`2026-03-02T${hour}:00:00Z`, 80);
	const { ids, hints } = await getAll({ startDate: '2026-03-01', endDate: '2026-03-03' });
	expect(ids).toHaveLength(320);
	expect(hints).toEqual([]);
});

const cut = (conference: number) =>
	`Host 52 may have more call records of conference ${conference} on 2026-03-02 than the vendor gives: only 100 of them could be read.`;

it('says which conference has more on a day than can be read, and gives the others in full', async () => {
	const large = await held('2026-03-02T08:00:00Z', 130);
	await held('2026-03-02T10:00:00Z', 80);
	const { ids, json, hints } = await getAll({ startDate: '2026-03-02', endDate: '2026-03-02' });
	expect(ids).toHaveLength(180);
	expect(json.filter(({ conference_id: id }) => id === large)).toHaveLength(100);
	expect(hints).toEqual([cut(large)]);
});

it('says of a conference with exactly a hundred that it may have more, as nobody can tell', async () => {
	const full = await held('2026-03-02T08:00:00Z', 100);
	await held('2026-03-02T10:00:00Z', 20);
	const { ids, hints } = await getAll({ startDate: '2026-03-02', endDate: '2026-03-02' });
	expect(ids).toHaveLength(120);
	expect(hints).toEqual([cut(full)]);
});

it('reads one conference that goes on for days by its days', async () => {
	const { vendor } = iotum();
	const long = await held('2026-03-02T20:00:00Z', 80, 1440);
	const joined = at('2026-03-03T01:00:00Z');
	await vendor.join(long, { joined, left: joined + 60_000, count: 70 });
	const { ids, hints } = await getAll({ conferenceId: long });
	expect(ids).toHaveLength(150);
	expect(hints).toEqual([]);
});

it('counts days in the time zone that was asked for', async () => {
	await held('2026-03-01T23:30:00Z', 70, 20);
	await held('2026-03-02T22:30:00Z', 70, 20);
	await held('2026-03-02T23:30:00Z', 70, 20);
	const day = { startDate: '2026-03-02', endDate: '2026-03-02', timeZone: 'Europe/Berlin' };
	const { ids, json, hints } = await getAll(day);
	expect(ids).toHaveLength(140);
	expect(new Set(json.map(({ start_time: time }) => time))).toEqual(
		new Set(['2026-03-02 00:30:00', '2026-03-02 23:30:00']),
	);
	expect(hints).toEqual([]);
});

it('stops at the limit when that is more than the vendor gives at once', async () => {
	for (const day of ['01', '02', '03', '04']) await held(`2026-03-${day}T10:00:00Z`, 60);
	const { run } = iotum();
	const { json } = await run('host.getCallRecords', { inputs: { hostId: 52, limit: 150 } });
	expect(json).toHaveLength(150);
	expect(new Set(json.map(({ id }) => id)).size).toBe(150);
});

describe('on a busy day', () => {
	it('misses nobody of a conference that began the day before', async () => {
		const { vendor } = iotum();
		const night = await held('2026-03-01T23:30:00Z', 1, 180);
		const joined = at('2026-03-02T01:00:00Z');
		await vendor.join(night, { joined, left: joined + 60_000, count: 30 });
		await held('2026-03-02T00:05:00Z', 90);
		const { ids } = await getAll({ startDate: '2026-03-02', endDate: '2026-03-02' });
		const within = (await kept()).filter(({ joined: time }) => time >= at('2026-03-02T00:00:00Z'));
		expect(numbered(ids)).toEqual(numbered(within.map(({ id }) => id)));
	});

	it('misses nobody of a conference that is not over yet', async () => {
		const { vendor, control } = iotum();
		await held('2026-03-02T08:00:00Z', 90);
		await control.setClock('2026-03-02T12:00:00Z');
		const [running] = await vendor.addConferences({ start: '2026-03-02T11:00:00Z' });
		await vendor.startConference(running?.id ?? 0);
		await vendor.join(running?.id ?? 0, { count: 40 });
		const { ids } = await getAll({ startDate: '2026-03-02', endDate: '2026-03-02' });
		expect(ids).toHaveLength(131);
	});
});
