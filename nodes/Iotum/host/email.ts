import type { About } from '../../kit/definition';
import { operation } from '../../kit/operation';
import type { Path } from '../../kit/path';
import { post } from '../../kit/request';
import { host } from '../fields';
import { wire } from '../wire';

/** Has the vendor write to a host. Source: seed 002, "Hosts". */
export const hostEmail = (about: About, at: Path) =>
	operation({
		...about,
		fields: host,
		repeatable: false,
		answers: 'anything',
		request: ({ hostId }) => post(at, { body: wire({ hostId }) }),
		output: (_body, { hostId }) => ({ success: true, hostId }),
	});
