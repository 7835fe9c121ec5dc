import type { SandboxControl } from '../../../sandbox/control';
import { empty, host, MANY, of, type Picker } from './picker';
import { byId } from './workflows';

/** The lists that the two brands of one platform share. */
function ofPlatform(node: 'iotum' | 'vivoMeetings'): Picker[] {
	const hosts = {
		method: 'searchHosts',
		input: 'hostId',
		entries: MANY,
		async fill(control: SandboxControl) {
			await control[node].addHosts({ count: MANY });
			return 'Hanna';
		},
	};
	const conferences = (held: boolean) => ({
		input: 'conferenceId',
		entries: MANY,
		async fill(control: SandboxControl) {
			await control[node].addConferences({ count: MANY, held });
			const [added] = await control[node].addConferences({ held, subject: 'Portfolio review' });
			return held ? `(conference ${added?.id})` : 'Portfolio';
		},
	});
	return [
		{ ...hosts, node, parameters: { ...of('host.get'), listCompanyId: byId(5) } },
		{
			...hosts,
			node: `${node}Trigger`,
			parameters: { filters: { companyId: byId(5), hostId: empty } },
		},
		{
			...hosts,
			node: `${node}PollingTrigger`,
			parameters: {
				watch: 'hosts',
				listCompanyId: byId(5),
				hosts: { values: [{ hostId: empty }] },
			},
		},
		{
			node,
			method: 'searchContacts',
			input: 'contactId',
			parameters: { ...of('contact.get'), ownerType: 'host', hostId: host },
			entries: MANY,
			async fill(control) {
				await control[node].addContacts({ count: MANY });
				return 'John Smith';
			},
		},
		{
			...conferences(false),
			node,
			method: 'searchConferences',
			parameters: { ...of('conference.get'), listHostId: host },
		},
		{
			...conferences(true),
			node,
			method: 'searchPastConferences',
			parameters: { ...of('conference.downloadRecording'), listHostId: host },
		},
		{
			node,
			method: 'searchProducts',
			input: 'slug',
			parameters: { ...of('subscription.create'), companyId: byId(5) },
			entries: 3,
			fill: async () => 'recording',
		},
	];
}

const companies = {
	method: 'searchCompanies',
	input: 'companyId',
	entries: 28,
	async fill({ iotum }: SandboxControl) {
		for (const { id } of await iotum.addCompanies({ count: 25 }))
			await iotum.addHosts({ companyId: id });
		return 'Acme';
	},
};
/** Every picker of the nodes of Iotum. */
export const ofIotum: Picker[] = [
	...ofPlatform('iotum'),
	{ ...companies, node: 'iotum', parameters: of('company.get') },
	{ ...companies, node: 'iotumTrigger', parameters: { filters: { companyId: empty } } },
	{ ...companies, node: 'iotumPollingTrigger', parameters: { watch: 'company' } },
	{
		node: 'iotum',
		method: 'searchDriveFiles',
		input: 'fileId',
		parameters: { ...of('driveFile.get'), hostId: host },
		entries: MANY,
		async fill({ iotum }) {
			await iotum.addDriveFiles({ count: MANY });
			return 'network';
		},
	},
];

/** Every picker of the nodes of VivoMeetings. */
export const ofVivoMeetings = ofPlatform('vivoMeetings');
