import type { INodeParameters } from 'n8n-workflow';

import type { Setup } from '../../../Iotum/setup';
import type { Work } from '../act';
import { at, running, type EnterpriseAct } from './common';

const john = { name: 'John Host', email: 'john@company.tld' };

async function provisioning(
	setup: Setup,
	options: INodeParameters,
	email = john.email,
): Promise<Work> {
	const { access, vendor } = setup;
	const additionalFields = { companyId: access.fixtures.companyId };
	const run = await running(setup, 'host.provision', { ...john, email, additionalFields, options });
	return { run, again: run, made: async () => (await vendor.hosts()).length };
}

/** For a host who is there: nobody new may come to be. */
async function changing(setup: Setup, options: INodeParameters): Promise<Work> {
	const hostsThere = await setup.vendor.hosts();
	const known = hostsThere.find(({ id }) => id === setup.access.fixtures.secondHostId);
	const { run: change } = await provisioning(setup, options, String(known?.settings.email));
	const run = async () => {
		const outcome = await change();
		expect(await setup.vendor.hosts()).toHaveLength(hostsThere.length);
		return outcome;
	};
	return { run, again: run };
}

/** A host that is made, or brought to what is entered. */
export const provisions: EnterpriseAct[] = [
	{
		kind: 'composite',
		name: 'host.provision: the look for it',
		struck: { path: at('host/fetch_all') },
		isRepeatable: true,
		begin: provisioning,
	},
	{
		kind: 'composite',
		name: 'host.provision: create',
		struck: { path: at('host/create') },
		isLater: true,
		isRepeatable: false,
		looksAfterLoss: true,
		begin: provisioning,
	},
	{
		kind: 'composite',
		name: 'host.provision: update one that is there',
		struck: { path: at('host/update') },
		isLater: true,
		isRepeatable: true,
		begin: changing,
	},
	{
		kind: 'composite',
		name: 'host.provision: read it at the end',
		struck: { path: at('host/fetch') },
		isLater: true,
		isRepeatable: true,
		begin: changing,
	},
];
