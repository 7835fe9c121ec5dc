import { received } from './requests';
import { useIotum } from './setup';
const iotum = useIotum();
it('try', async () => {
	const { run, control, vendor } = iotum();
	const show = async (name: `${string}.${string}`, inputs: object, items: object[] = [{}]) => {
		await control.clearRequests();
		const result = await run(name, { inputs: { ...inputs, options: { maxRetries: 0, ...(inputs as { options?: object }).options } }, items: items as never, continueOnFail: true });
		process.stdout.write(name + JSON.stringify({ json: result.json, hints: result.hints, requests: received(await control.requests()) }, null, 1) + '\n');
	};
	await show('host.get', { hostId: 52 });
	await show('host.get', { hostId: 52, simplify: false });
	await show('host.getAll', { filters: { companyId: 5, email: 'HANNA.host@iotum.example' } });
	await show('host.getAll', { });
	await show('host.create', { name: 'X', email: 'x@y.example', additionalFields: { companyId: 5, role: 'RESELLER_ADMIN', planSlug: 'small_plan', addOnSlugs: 'recording', timeFormat: { values: { time24hr: false } }, disableEmails: { values: { conferenceReminders: true } }, streamPreview: { values: {} } } });
	await show('host.provision', { name: 'X', email: 'x@y.example', additionalFields: { companyId: 5 } });
	await show('host.provision', { name: 'X', email: 'x@y.example', additionalFields: { } });
	await show('host.getSignInLink', { hostId: 52, redirectUrl: '/conf?a=b&c="d"' });
	await show('host.getConferences', { hostId: 52, filters: { timeZone: 'Europe/Berlin' } });
	await show('host.getCallRecords', { hostId: 52 });
	await show('host.getActiveCalls', { hostId: 52 });
	await vendor.startConference(185);
	await show('host.getActiveCalls', { hostId: 52 , options: { timeZone: 'Asia/Tokyo' } });
	await show('host.resetPassword', { hostId: 52 });
	await show('host.delete', { hostId: 52 });
	await show('contact.create', { ownerType: 'host', hostId: 53, contacts: { values: [{ name: 'A', email: 'a@b.example' }] } });
	await show('contact.create', { ownerType: 'ownCompany', contacts: { values: [{ name: 'A', email: 'a@b.example' }] } });
	await show('chat.sendMessage', { companyId: 5, slug: 'general', message: 'hi' });
});
