import type { INodeParameters } from 'n8n-workflow';

import type { FlexpertoSetup } from '../../../Flexperto/setup';
import type { Act, Outcome } from '../act';
import { outcomeOf, type Count } from '../operations';

export type FlexpertoAct = Act<FlexpertoSetup>;

/** An operation that is run with these inputs. */
export const running =
	({ run }: FlexpertoSetup, name: `${string}.${string}`, inputs: INodeParameters, count?: Count) =>
	async (): Promise<Outcome> =>
		outcomeOf(await run(name, { inputs }), count);

/** A key does not end as a session does. */
export const common = { hasNoSession: true } as const;

/** A new user. */
export const person = {
	email: 'jane@example.com',
	firstName: 'Jane',
	lastName: 'Doe',
	roles: ['EXPERT'],
};
