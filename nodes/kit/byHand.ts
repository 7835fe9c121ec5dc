import type { IHookFunctions, INodeType } from 'n8n-workflow';

import { connect, type Connection, type Vendor } from './connection';
import { nodeError } from './error';

/**
 * The life cycle of a webhook that the vendor sets up when asked, not by a call: only the credential is
 * checked, whenever the workflow starts, so that nobody waits for deliveries that would be refused.
 * `check` throws a refusal.
 */
export function setUpByHand(
	vendor: Vendor,
	check: (connection: Connection, context: IHookFunctions) => void,
): NonNullable<INodeType['webhookMethods']>['default'] {
	return {
		async checkExists() {
			return false;
		},
		async create(this: IHookFunctions) {
			try {
				check(await connect(this, vendor), this);
				return true;
			} catch (error) {
				throw nodeError(this.getNode(), error);
			}
		},
		async delete() {
			return true;
		},
	};
}
