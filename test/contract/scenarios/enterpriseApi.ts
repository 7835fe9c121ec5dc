import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { Setup } from '../../Iotum/setup';
import type { Inputs, Scope } from '../scope/inputs';
import { ofCredentials, ofTriggers } from './access';
import { completeInputs, requiredInputs, type Samples } from './inputs';
import { isOfSession, parts, type Part, type Run } from './parts';
import { optional, required } from './samples';

export type Brand = 'iotum' | 'vivoMeetings';

const samplesFor = ({ access }: Setup): Samples => ({
	required: required(access),
	optional: optional(access),
});

/** An operation with its required inputs alone, with all its inputs, and whatever else it can do. */
export function runsOf(brand: Brand, inputs: Inputs, part: Part, setup: Setup): Run[] {
	const samples = samplesFor(setup);
	const least = requiredInputs(inputs, samples);
	const { complete = [{}], further = () => [] } = part;
	const others = further(setup.access.fixtures).filter(
		({ onlyIotum }) => brand === 'iotum' || !onlyIotum,
	);
	return [
		{ ...part.least, inputs: { ...least, ...part.least?.inputs } },
		...complete.map((run) => ({ inputs: completeInputs(inputs, samples, run) })),
		...others.map((run) => ({
			...run,
			inputs: { ...least, ...run.inputs },
		})),
	];
}

/** The credentials of a company admin, by credential type. */
function companyAdmin({ access, credentials }: Setup) {
	const { apiToken, email, password } = access.companyAdmin;
	const { iotumApi, vivoMeetingsApi } = credentials;
	const own: Record<string, ICredentialDataDecryptedObject> = {
		iotumApi: { ...iotumApi, apiToken },
		vivoMeetingsApi: { ...vivoMeetingsApi, email, password },
	};
	return own;
}

async function playOperation(
	brand: Brand,
	name: `${string}.${string}`,
	inputs: Inputs,
	setup: Setup,
) {
	const part = parts[name] ?? {};
	const received: LoggedRequest[] = [];
	for (const [index, run] of runsOf(brand, inputs, part, setup).entries()) {
		await setup.control.reset();
		const prepared = { ...(await part.prepare?.(setup)), ...(await run.prepare?.(setup)) };
		await setup.control.clearRequests();
		const { error } = await setup.run(name, {
			inputs: { ...run.inputs, ...prepared },
			items: await part.items?.(setup),
			...(run.asCompanyAdmin && { credentials: companyAdminFor(brand, setup) }),
		});
		if (error) throw new Error(`Run ${index + 1}: ${error.message} ${error.description}`);
		received.push(...(await setup.control.requests({ vendor: brand })));
	}
	return received.filter((request) => !isOfSession(request));
}

function companyAdminFor(brand: Brand, setup: Setup) {
	const type = `${brand}Api`;
	const own = companyAdmin(setup)[type];
	return own ? { [type]: own } : {};
}

/** Every operation, trigger and credential that can be played, by name. */
export const namesOf = (brand: Brand, { operations }: Scope): string[] => [
	...Object.keys(operations),
	...Object.keys(ofTriggers(brand)),
	...Object.keys(ofCredentials(brand)),
];

/** Plays an operation, a trigger or a credential of a brand; throws when it fails. */
export async function playEnterpriseApi(
	brand: Brand,
	name: string,
	{ operations }: Scope,
	setup: Setup,
): Promise<LoggedRequest[]> {
	const inputs = operations[name];
	if (inputs && isOperation(name)) return await playOperation(brand, name, inputs, setup);
	await ofTriggers(brand)[name]?.(setup);
	await ofCredentials(brand)[name]?.(setup);
	const received = await setup.control.requests({ vendor: brand });
	return name in ofCredentials(brand)
		? received
		: received.filter((request) => !isOfSession(request));
}

const isOperation = (name: string): name is `${string}.${string}` => name.includes('.');
