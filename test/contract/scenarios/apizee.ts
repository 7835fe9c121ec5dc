import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { ApizeeSetup } from '../../Apizee/setup';
import type { Inputs, Scope } from '../scope/inputs';
import { others } from './apizeeAccess';
import { changedTicket, newConference, newTicket, samplesOf } from './apizeeSamples';
import { completeInputs, requiredInputs, type Complete } from './inputs';

/** What is particular to an operation, beside the samples of its inputs. */
interface Part {
	/** Makes what has to be there first, and gives the inputs that name it, for every run. */
	prepare?(setup: ApizeeSetup): Promise<INodeParameters>;
	/** What the run with the required inputs alone has otherwise. */
	least?: INodeParameters;
	complete?: Complete;
	/** Inputs of a run for requests that the others do not need. */
	further?(setup: ApizeeSetup): INodeParameters;
}

const phone = '+33612345678';

/** Everything that the samples alone do not make work. */
export const parts: Record<string, Part> = {
	'conference.create': { complete: newConference },
	'media.download': {
		async prepare({ access, vendor }) {
			const { ticketImageId } = access.fixtures;
			const image = (await vendor.medias()).find(({ id }) => id === ticketImageId);
			return { url: `${access.url}/media/showVideo/1/hash/${image?.hash}` };
		},
	},
	'ticket.create': { least: { phone }, complete: newTicket },
	'ticket.createOrGet': {
		least: { phone },
		complete: newTicket,
		further: ({ access }) => ({
			phone,
			reference: access.fixtures.doneTicketReference,
			additionalFields: { ssoLink: true },
		}),
	},
	'ticket.update': {
		least: { updateFields: changedTicket },
		complete: { instead: changedTicket },
	},
};

/** The inputs of the runs that show all an operation does: the required ones, then all of them. */
export function runsOf(name: string, inputs: Inputs, setup: ApizeeSetup): INodeParameters[] {
	const samples = samplesOf(setup.access);
	const { least = {}, complete = {}, further } = parts[name] ?? {};
	const required = requiredInputs(inputs, samples);
	return [
		{ ...required, ...least },
		completeInputs(inputs, samples, complete),
		...(further ? [{ ...required, ...further(setup) }] : []),
	];
}

let accounts = 0;

/** Signs in anew: what a process has found out belongs to a credential. */
function useNewAccount({ engine, credentials }: ApizeeSetup): void {
	const requestsPerMinute = 100_000 + ++accounts;
	engine.credentials.apizeeApi = { ...credentials.apizeeApi, requestsPerMinute };
}

async function playOperation(
	name: `${string}.${string}`,
	inputs: Inputs,
	setup: ApizeeSetup,
): Promise<LoggedRequest[]> {
	const { control, vendor, run } = setup;
	const received: LoggedRequest[] = [];
	for (const [index, given] of runsOf(name, inputs, setup).entries()) {
		useNewAccount(setup);
		await control.reset();
		await vendor.setQuota({ enabled: false });
		const prepared = await parts[name]?.prepare?.(setup);
		const { error } = await run(name, { inputs: { ...given, ...prepared } });
		if (error) throw new Error(`Run ${index + 1}: ${error.message} ${error.description}`);
		received.push(...(await control.requests({ vendor: 'apizee' })));
	}
	return received;
}

const isOperation = (name: string): name is `${string}.${string}` => name.includes('.');

/** Whether a request belongs to the session, not to what was done in it. */
const isOfSession = ({ path, status }: LoggedRequest) => path === '/api/token' || status === 401;

/** Every operation, trigger, credential and picker that can be played, by name. */
export const namesOfApizee = ({ operations }: Scope): string[] => [
	...Object.keys(operations),
	...Object.keys(others),
];

/** Plays one of them; throws when it fails. */
export async function playApizee(
	name: string,
	{ operations }: Scope,
	setup: ApizeeSetup,
): Promise<LoggedRequest[]> {
	const inputs = operations[name];
	if (inputs && isOperation(name)) {
		return (await playOperation(name, inputs, setup)).filter((request) => !isOfSession(request));
	}
	useNewAccount(setup);
	await others[name]?.(setup);
	const received = await setup.control.requests({ vendor: 'apizee' });
	return received.filter((request) => name === 'apizeeApi' || !isOfSession(request));
}
