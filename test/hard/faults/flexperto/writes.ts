import { RESERVE, USERS, WEBHOOK } from '../../../Flexperto/requests';
import type { FlexpertoSetup } from '../../../Flexperto/setup';
import { pdfItem } from '../../../Flexperto/signing';
import { triggerWorkflow } from '../../../Flexperto/triggerWorkflow';
import { attempt, outcomeOf } from '../operations';
import { common, person, running, type FlexpertoAct } from './common';

/** A contract session of an expert, and the inputs that name both. */
async function session({ vendor }: FlexpertoSetup) {
	const { id: expertId } = await vendor.createUser();
	const [made] = await vendor.createSessions({ expertId });
	return { actingUserId: String(expertId), sessionId: String(made?.session.id) };
}

const documents = async ({ vendor }: FlexpertoSetup) =>
	(await vendor.sessions()).flatMap(({ documents: all }) => all).length;

const uploading: FlexpertoAct = {
	...common,
	kind: 'upload',
	name: 'contractSession.uploadDocument',
	struck: { host: 'upload' },
	isLater: true,
	isRepeatable: false,
	asked: "Flexperto's file storage",
	async begin(setup, options) {
		const inputs = { ...(await session(setup)), binaryPropertyName: 'file0', options };
		const items = [await pdfItem(setup, 'a.pdf')];
		const run = async () =>
			outcomeOf(await setup.run('contractSession.uploadDocument', { inputs, items }));
		// A file that was uploaded and not attached is nothing that anybody sees.
		return { run, again: run, made: async () => await documents(setup) };
	},
};

/** What makes something once. */
export const writes: FlexpertoAct[] = [
	{
		...common,
		kind: 'write that may not',
		name: 'meeting.reserve',
		struck: { path: RESERVE },
		isRepeatable: false,
		async begin(setup, options) {
			const { id } = await setup.vendor.createUser();
			const inputs = {
				actingUserId: String(id),
				accessLinkNotBefore: '2030-01-01T09:00:00Z',
				accessLinkValidUntil: '2030-01-01T10:00:00Z',
				options,
			};
			return { run: running(setup, 'meeting.reserve', inputs) };
		},
	},
	{
		...common,
		kind: 'write that may not',
		name: 'user.create',
		struck: { path: USERS },
		isRepeatable: false,
		async begin(setup, options) {
			const inputs = { ...person, options };
			return {
				run: running(setup, 'user.create', inputs),
				made: async () => (await setup.vendor.users()).length,
			};
		},
	},
	uploading,
];

export const registrations: FlexpertoAct[] = [
	{
		...common,
		kind: 'trigger registration',
		name: 'flexpertoTrigger',
		struck: { path: WEBHOOK },
		isRepeatable: false,
		hasNoOptions: true,
		answer: 'anything',
		begin: async ({ engine, vendor }) => ({
			run: attempt(() => engine.activate(triggerWorkflow('flexpertoTrigger'))),
			made: async () => (await vendor.webhooks()).length,
		}),
		but: {
			'404': {
				because: 'an older revision of the guide has another address, which is tried then',
				words: 'Flexperto does not know what was asked for',
			},
		},
	},
];
