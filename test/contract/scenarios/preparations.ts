import type { Setup } from '../../Iotum/setup';
import { locator } from './samples';

// What has to be there before an operation can run. Each gives the inputs that name it.

export const active = async ({ vendor, access }: Setup) => {
	const { scheduledConferenceId } = access.fixtures;
	await vendor.startConference(scheduledConferenceId);
	return { conferenceId: locator(scheduledConferenceId) };
};
export const streamed = async (setup: Setup) => {
	await active(setup);
	await setup.vendor.startStreaming(setup.access.fixtures.scheduledConferenceId);
	return {};
};
export const past = async ({ access }: Setup) => ({
	conferenceId: locator(access.fixtures.pastConferenceId),
});
/** The second conference of a series. */
export const occurrence = async ({ vendor }: Setup) => {
	const [master] = await vendor.addConferences({ schedule: 'FREQ=DAILY;COUNT=5' });
	const second = (await vendor.conferences()).find(
		({ series }) => series?.masterId === master?.id && series?.index === 1,
	);
	return { conferenceId: locator(second?.id ?? 0) };
};

export const inOtherCompany = async ({ access }: Setup) => ({
	companyId: locator(access.fixtures.otherCompanyId),
});
export const processed = async ({ control }: Setup) => {
	const path = '/enterprise_api/drive/file/finish_upload';
	await control.fault({ kind: 'status', status: 409, when: 'after', path });
	return {};
};
/** More participants than the vendor gives call records at a time. */
export const crowded = async ({ vendor, access }: Setup) => {
	await vendor.join(access.fixtures.pastConferenceId, { count: 120 });
	return {};
};
/** The e-mail address of a host who is there. */
export const known = async ({ vendor, access }: Setup) => {
	const hosts = await vendor.hosts();
	const second = hosts.find(({ id }) => id === access.fixtures.secondHostId);
	return { email: String(second?.settings.email) };
};
/** More of them than a page holds, past and to come, and more files. */
export const manyConferences = async ({ vendor }: Setup) => {
	await vendor.addConferences({ count: 25, held: true });
	await vendor.addConferences({ count: 25 });
	return {};
};
export const manyFiles = async ({ vendor }: Setup) => {
	await vendor.addDriveFiles({ count: 45 });
	return {};
};
export const suspended = async (setup: Setup) => {
	const { companyId } = setup.access.fixtures;
	await setup.run('subscription.suspend', { inputs: { companyId, slug: 'small_plan' } });
	return {};
};

export const file = async ({ engine }: Setup) => [
	await engine.fileItem(Buffer.from('slides'), { fileName: 'a.pdf', mimeType: 'application/pdf' }),
];
