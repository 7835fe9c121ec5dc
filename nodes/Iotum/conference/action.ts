import type { IDataObject } from 'n8n-workflow';

import type { About } from '../../kit/definition';
import { operation } from '../../kit/operation';
import type { Path } from '../../kit/path';
import { post } from '../../kit/request';
import { conference, pastConference } from '../fields';
import { wire } from '../wire';

/** Does something with a conference that is on. */
export const action = (about: About, at: Path) =>
	operation({
		...about,
		fields: conference,
		repeatable: false,
		request: ({ conferenceId }) => post(at, { body: wire({ conferenceId }) }),
		output: (_body, { conferenceId }) => ({ success: true, conferenceId }),
	});

/** Deletes something of a conference that has taken place. */
export const deletion = (about: About, at: Path) =>
	operation({
		...about,
		destructive: true,
		fields: pastConference,
		repeatable: false,
		request: ({ conferenceId }) => post(at, { body: wire({ conferenceId }) }),
		output: () => ({ deleted: true }),
	});

/** Asks something about a conference. */
export const question = (about: About, at: Path, output?: (body: IDataObject) => IDataObject) =>
	operation({
		...about,
		fields: conference,
		repeatable: true,
		request: ({ conferenceId }) => post(at, { body: wire({ conferenceId }) }),
		output,
	});
