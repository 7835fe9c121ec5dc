import type { IDataObject } from 'n8n-workflow';

import type { Callable } from '../../kit/definition';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import type { Tools } from '../../kit/tools';

const host: Callable<number> = {
	repeatable: true,
	request: (hostId) => post(path`/host/fetch`, { body: { host_id: hostId } }),
};

/**
 * The ID of a company of the vendor's list, which does not tell it: the company's first host does.
 * `undefined` for a company without hosts.
 */
export async function companyIdOf(company: IDataObject, tools: Tools): Promise<number | undefined> {
	const [first]: unknown[] = [company.hosts].flat();
	if (typeof first !== 'number') return undefined;
	const found = await tools.callUnless([404], host, first);
	return typeof found?.company_id === 'number' ? found.company_id : undefined;
}
