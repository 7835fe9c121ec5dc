import { SESSIONS, USERS } from '../../../Flexperto/requests';
import type { FlexpertoSetup } from '../../../Flexperto/setup';
import { newSession, pdfItem } from '../../../Flexperto/signing';
import type { Options, Work } from '../act';
import { outcomeOf } from '../operations';
import { common, person, running, type FlexpertoAct } from './common';

/** A composite, with the fault at one of its requests. */
const at = (
	step: string,
	struck: FlexpertoAct['struck'],
	more: Partial<FlexpertoAct>,
): Pick<FlexpertoAct, 'name' | 'struck'> & Partial<FlexpertoAct> => ({
	...common,
	kind: 'composite',
	name: step,
	struck,
	...more,
});

async function preparing(setup: FlexpertoSetup, options: Options): Promise<Work> {
	const { id } = await setup.vendor.createUser();
	const inputs = { ...newSession, actingUserId: String(id), binaryPropertyName: 'file0,file1' };
	const items = [await pdfItem(setup, 'a.pdf', 'b.pdf')];
	const run = async (additionalFields = {}) =>
		outcomeOf(
			await setup.run('contractSession.prepare', {
				inputs: { ...inputs, additionalFields, options },
				items,
			}),
		);
	return {
		run,
		made: async () => (await setup.vendor.sessions()).length,
		async again(failure) {
			const [, started] =
				/contract session (\d+) was started/.exec(failure?.description ?? '') ?? [];
			// Without a number, the user finds the session by its name, as the message says.
			const [made] = await setup.vendor.sessions();
			const known = started ?? made?.session.id;
			return await run(known === undefined ? {} : { resumeSessionId: String(known) });
		},
	};
}

const provisioning = async (setup: FlexpertoSetup, options: Options): Promise<Work> => {
	const run = running(setup, 'user.provision', { ...person, options });
	return { run, again: run, made: async () => (await setup.vendor.users()).length };
};

const known409 = {
	because: 'a conflict means that it is there already',
	outcome: 'done',
	sent: 1,
	words: '',
	isInDoubt: false,
} as const;

/** Work of several requests, with the fault at each of them. */
export const composites = [
	at('contractSession.prepare: initiate', { path: `${SESSIONS}/initiate` }, { begin: preparing }),
	at(
		'contractSession.prepare: the second upload URL',
		{ path: '*/upload-url', after: 1 },
		{ begin: preparing, isRepeatable: true, isLater: true },
	),
	at(
		'contractSession.prepare: the second upload',
		{ host: 'upload', after: 1 },
		{ begin: preparing, isLater: true, asked: "Flexperto's file storage" },
	),
	at(
		'contractSession.prepare: the second attachment',
		{ path: '*/attach', after: 1 },
		{ begin: preparing, isLater: true, done: '"a.pdf" was attached as document 1' },
	),
	at(
		'contractSession.prepare: hand over',
		{ path: '*/handover' },
		{
			begin: preparing,
			isLater: true,
			afterLoss: 'handed over',
			done: 'was attached as document 2',
		},
	),
	at(
		'user.provision: the look for it',
		{ method: 'GET', path: USERS },
		{ begin: provisioning, isRepeatable: true },
	),
	at(
		'user.provision: create',
		{ method: 'POST', path: USERS },
		{
			begin: provisioning,
			isLater: true,
			but: { '409': { ...known409, outcome: 'refused', words: 'Flexperto has an account of' } },
		},
	),
	at(
		'user.provision: confirm the e-mail',
		{ path: '*/confirm*' },
		{
			begin: provisioning,
			isLater: true,
			answer: 'anything',
			done: 'was created',
			but: { '409': known409 },
		},
	),
].map(
	(act): FlexpertoAct => ({ kind: 'composite', isRepeatable: false, begin: preparing, ...act }),
);
