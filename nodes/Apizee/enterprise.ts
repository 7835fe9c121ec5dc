import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { askedOnce } from '../kit/account';
import type { Callable } from '../kit/definition';
import { path } from '../kit/path';
import { isRecord } from '../kit/record';
import { get } from '../kit/request';
import type { Tools } from '../kit/tools';

const me: Callable<IDataObject> = { repeatable: true, request: () => get(path`/users/me`) };

/**
 * The enterprise of the user whose credential it is. The vendor documents the request, but not its
 * answer. Source: VENDOR-FACTS.md, `GET /users/me`.
 */
const ownEnterprise = askedOnce(async (tools) => {
	const user = await tools.call(me, {});
	const { enterprise } = user;
	const id = user.enterprise_id ?? user.enterpriseId ?? idOf(enterprise);
	if (typeof id === 'number' || (typeof id === 'string' && id !== '')) return String(id);
	throw new UserError('Apizee does not tell to which enterprise the user belongs', {
		description:
			'Enter it under Options > Enterprise ID; instead of picking an agent, enter the login itself.',
	});
});

/** The enterprise that the user entered, or the own one. */
export const enterpriseOf = async (tools: Tools, entered?: string): Promise<string> =>
	entered ?? (await ownEnterprise(tools));

const idOf = (enterprise: IDataObject[string]) =>
	isRecord(enterprise) ? enterprise.id : enterprise;
