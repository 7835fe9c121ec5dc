import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const additionalFields = {
	companyId: '={{ $json.companyId }}',
	hostInitiatedRecording: true,
	moderatorPin: '9876543',
	noWelcomeEmail: true,
	password: 'SoSecret5!',
	role: 'COMPANY_ADMIN',
	vivomeetingStreamingEnabled: true,
};

secondOfTwoItemsFails('host.provision', vivoMeetings, () => ({
	inputs: { name: 'John Host', email: 'john@company.example', additionalFields },
	items: [{ companyId: 5 }, { companyId: 999 }],
	outputs: [
		expect.objectContaining({
			created: true,
			name: 'John Host',
			email: 'john@company.example',
			role: 'COMPANY_ADMIN',
		}),
	],
	error: unknown('No company 999'),
	calls: [
		call('host/fetch_all', { company_id: 5 }),
		call('host/create', {
			company_id: 5,
			name: 'John Host',
			email: 'john@company.example',
			host_initiated_recording: true,
			moderator_pin: 9876543,
			no_welcome_email: true,
			password: 'SoSecret5!',
			role: 'COMPANY_ADMIN',
			vivomeeting_streaming_enabled: true,
		}),
		call('host/fetch_all', { company_id: 999 }),
	],
}));

it('brings a host that is there to what is entered, but for what only a new one can have', async () => {
	const { calls, json, error } = await runWithCalls(vivoMeetings(), 'host.provision', {
		inputs: { name: 'Hanna New', email: 'hanna.host@vivomeetings.example', additionalFields },
		items: [{ companyId: 5 }],
	});
	expect(error).toBeUndefined();
	expect(calls).toEqual([
		call('host/fetch_all', { company_id: 5 }),
		call('host/update', {
			host_id: 52,
			name: 'Hanna New',
			moderator_pin: 9876543,
			role: 'COMPANY_ADMIN',
		}),
		call('host/fetch', { host_id: 52 }),
	]);
	expect(json).toMatchObject([{ host_id: 52, name: 'Hanna New', created: false }]);
});

it('makes one host however often it runs', async () => {
	const { run, vendor } = vivoMeetings();
	const inputs = {
		name: 'John Host',
		email: 'john@company.example',
		additionalFields: { companyId: '5' },
	};
	const created = [];
	for (let round = 0; round < 2; round++) {
		const { json } = await run('host.provision', { inputs });
		created.push(json[0]?.created);
	}
	expect(created).toEqual([true, false]);
	const hosts = await vendor.hosts();
	expect(hosts.filter(({ settings }) => settings.email === inputs.email)).toHaveLength(1);
});
