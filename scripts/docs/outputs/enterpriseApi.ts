import { SECRET } from '../../accounts';
import { byId, type Example, type Stage } from './stage';

type Brand = 'iotum' | 'vivoMeetings';

const fixturesOf = (brand: Brand, { sandbox }: Stage) => sandbox[brand].fixtures;

/** The operations that both brands have. */
const shared = (brand: Brand): Example[] => [
	{
		name: 'Host: Provision',
		run: async (stage) =>
			await stage.run(brand, 'host.provision', {
				name: 'Jane Doe',
				email: 'jane@example.com',
				additionalFields: { companyId: byId(fixturesOf(brand, stage).companyId) },
			}),
	},
	{
		name: 'Host: Get Sign-In Link',
		run: async (stage) =>
			await stage.run(brand, 'host.getSignInLink', {
				hostId: byId(fixturesOf(brand, stage).hostId),
				redirectUrl: '/conf/calls/upcoming',
			}),
	},
	{
		name: 'Host: Get Many Call Records',
		run: async (stage) =>
			await stage.run(brand, 'host.getCallRecords', {
				hostId: byId(fixturesOf(brand, stage).hostId),
			}),
	},
	{
		name: 'Conference: Create',
		about: 'once, for one participant',
		run: async (stage) =>
			await stage.run(brand, 'conference.create', {
				hostId: byId(fixturesOf(brand, stage).hostId),
				subject: 'Annual review',
				start: '2026-03-05T10:00:00',
				timeZone: 'Europe/Berlin',
				duration: 60,
				additionalFields: {
					participantEmails: { values: [{ email: 'bob@example.com', moderator: false }] },
				},
			}),
	},
	{
		name: 'Conference: Preview Schedule',
		about: 'every Tuesday',
		run: async (stage) =>
			await stage.run(brand, 'conference.previewSchedule', {
				start: '2026-03-03T10:00:00',
				timeZone: 'Europe/Berlin',
				schedule: 'FREQ=WEEKLY;BYDAY=TU',
			}),
	},
	{
		name: 'Conference: Get Embed Code',
		run: async (stage) =>
			await stage.run(brand, 'conference.getEmbedCode', {
				embedKind: 'room',
				roomUrl: 'https://acme.example.com/conf/call/123456',
			}),
	},
	{
		name: 'Conference: Download Recording',
		run: async (stage) =>
			await stage.run(brand, 'conference.downloadRecording', {
				conferenceId: byId(fixturesOf(brand, stage).pastConferenceId),
			}),
	},
	{
		name: brand === 'iotum' ? 'Iotum Trigger' : 'VivoMeetings Trigger',
		about: 'the end of a conference',
		run: async (stage) => await delivered(brand, stage),
	},
	{
		name: `${brand === 'iotum' ? 'Iotum' : 'VivoMeetings'} Polling Trigger: Recording Published`,
		isOfToday: true,
		async run(stage) {
			const { hostId } = fixturesOf(brand, stage);
			const hosts = { values: [{ hostId: byId(hostId) }] };
			const inputs = { event: 'recordingPublished', watch: 'hosts', hosts };
			return await stage.trigger(`${brand}PollingTrigger`, inputs, async () => {
				await stage.control[brand].addConferences({
					held: true,
					recordings: 1,
					subject: 'Portfolio review',
				});
			});
		},
	},
];

async function delivered(brand: Brand, stage: Stage): Promise<string> {
	const vendor = stage.control[brand];
	return await stage.trigger(`${brand}Trigger`, {}, async (url) => {
		const signed = brand === 'iotum' ? url : `${url}?secret=${SECRET}`;
		await vendor.setWebhooks([{ url: signed }]);
		await vendor.sendEvent({ event: 'conference_end' });
	});
}

/** What Iotum's nodes hand on. */
export const iotum: Example[] = [
	{
		name: 'Company: Get',
		run: async (stage) =>
			await stage.run('iotum', 'company.get', {
				companyId: byId(fixturesOf('iotum', stage).companyId),
			}),
	},
	{
		name: 'Subscription: Get Many',
		run: async (stage) =>
			await stage.run('iotum', 'subscription.getAll', {
				companyId: byId(fixturesOf('iotum', stage).companyId),
			}),
	},
	{
		name: 'Drive File: Upload',
		run: async (stage) =>
			await stage.run(
				'iotum',
				'driveFile.upload',
				{ hostId: byId(fixturesOf('iotum', stage).hostId) },
				await stage.file('slides.pdf', '%PDF-1.4 slides'),
			),
	},
	...shared('iotum'),
];

/** What VivoMeetings' nodes hand on. */
export const vivoMeetings: Example[] = shared('vivoMeetings');
