import { useIotum } from './setup';
import { posted, received } from './requests';
import { found, TRIGGERS } from './triggerWorkflow';
import { foundIds, foundOf, hosts, inHours, letPass, RESTART, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const start = async (inputs = {}) =>
	await iotum().engine.activate(watching('conferenceScheduled', inputs));

describe('Conference Scheduled', () => {
	it('hands over each conference once, with its times as ISO 8601, too', async () => {
		const { run, control } = iotum();
		const active = await start();
		const inputs = {
			hostId: 52,
			subject: 'Mortgage',
			start: '2027-03-01T10:00:00',
			timeZone: 'Europe/Vienna',
			duration: 30,
			additionalFields: { participantEmails: { values: [{ email: 'a@example.com' }] } },
		};
		const { error, items } = await run('conference.create', { inputs });
		expect(error).toBeUndefined();
		const created = items[0]?.json.conference_id;
		await control.clearRequests();
		expect(found(await active.tick())).toEqual([
			expect.objectContaining({
				host_id: 52,
				conference_id: created,
				subject: 'Mortgage',
				start: '2027-03-01 10:00:00',
				start_iso: '2027-03-01T10:00:00+01:00',
				end_time: '2027-03-01 10:30:00',
				end_time_iso: '2027-03-01T10:30:00+01:00',
				time_zone: 'Europe/Vienna',
				duration: 30,
			}),
		]);
		expect(received(await control.requests())).toEqual([
			posted('conference/fetch_all', { host_id: 52 }),
		]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('begins with what is scheduled after the workflow was published, unless existing ones are included', async () => {
		const { vendor, access } = iotum();
		const { scheduledConferenceId: known } = access.fixtures;
		const active = await start();
		expect(found(active.firstTicks)).toBeNull();
		const all = await start({ options: { includeExisting: true } });
		expect(foundIds(all.firstTicks)).toEqual([known]);
		const [conference] = await vendor.addConferences();
		for (const workflow of [active, all]) {
			expect(foundIds(await workflow.tick())).toEqual([conference?.id]);
		}
	});

	it('is no matter of conferences that move, are cancelled, begin or end', async () => {
		const { vendor, run, access } = iotum();
		const active = await start();
		const { scheduledConferenceId: conferenceId } = access.fixtures;
		await vendor.acceptPartialUpdates(true);
		const updateFields = { subject: 'Another', start: inHours(80), timeZone: 'UTC' };
		const { error } = await run('conference.update', { inputs: { conferenceId, updateFields } });
		expect(error).toBeUndefined();
		expect(found(await active.tick())).toBeNull();
		const [meeting, other] = await vendor.addConferences({ count: 2 });
		expect(foundIds(await active.tick())).toEqual([meeting?.id, other?.id]);
		await vendor.startConference(meeting?.id ?? 0);
		expect(found(await active.tick())).toBeNull();
		await vendor.endConference(meeting?.id ?? 0);
		await run('conference.cancel', { inputs: { conferenceId: other?.id } });
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over those of several hosts, and of all hosts of a company, with the host’s number', async () => {
		const { vendor } = iotum();
		const two = await start({ hosts: hosts(53, 52) });
		const company = await start({ watch: 'company', companyId: 5 });
		for (const hostId of [51, 52, 53, 61]) await vendor.addConferences({ hostId });
		expect(foundOf('host_id', await two.tick())).toEqual([53, 52]);
		expect(foundOf('host_id', await company.tick())).toEqual([51, 52, 53]);
		const [host] = await vendor.addHosts({ companyId: 5 });
		await vendor.addConferences({ hostId: host?.id });
		expect(found(await two.tick())).toBeNull();
		expect(foundOf('host_id', await company.tick())).toEqual([host?.id]);
	});
});

describe('a series that is scheduled', () => {
	it('counts once, also as time goes on and new conferences of it appear', async () => {
		const { vendor } = iotum();
		const active = await start();
		const [master] = await vendor.addConferences({ schedule: 'FREQ=WEEKLY;BYDAY=MO', hostId: 52 });
		const [record, ...others] = found(await active.tick()) ?? [];
		expect(record).toMatchObject({ conference_id: master?.id, is_master: true });
		expect(others).toEqual([]);
		for (let months = 0; months < 3; months++) {
			letPass({ months: 7 });
			expect(found(await active.tick())).toBeNull();
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
		}
	});

	it('is told from another one and from single conferences', async () => {
		const { vendor } = iotum();
		const active = await start();
		const schedule = 'FREQ=DAILY;COUNT=3';
		const [one] = await vendor.addConferences({ schedule });
		const [single] = await vendor.addConferences();
		const [other] = await vendor.addConferences({ schedule, hostId: 52 });
		const all = [one, single, other].map((conference) => conference?.id);
		expect(foundIds(await active.tick())?.sort()).toEqual(all);
		expect(found(await active.tick())).toBeNull();
	});

	it('counts when its first conferences are over already', async () => {
		const { vendor } = iotum();
		const active = await start();
		const [master] = await vendor.addConferences({
			...{ schedule: 'FREQ=DAILY;COUNT=5', start: inHours(-49) },
		});
		expect(foundOf('master_id', await active.tick())).toEqual([master?.id]);
		letPass({ days: 1 });
		expect(found(await active.tick())).toBeNull();
	});
});
