import { setTimeout as realWait } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { SandboxControl } from '../../../sandbox/control';
import { requestMatches, type LoggedRequest } from '../../../sandbox/requestLog';
import type { Engine } from '../../harness/engine';
import { startLocalServer } from '../../kit/localServer';
import { startPlainServer } from '../../kit/plainServer';
import type { Act, Outcome } from './act';
import { leaks, secretsOf } from './leaks';
import { injected, isSlow, TIMEOUT, type Trouble } from './troubles';

/** What a cell needs of a vendor's setup. */
export interface Played {
	engine: Engine;
	control: SandboxControl;
	/** The credential types whose address is the vendor's. */
	credentialTypes: string[];
	/** An entry that no act needs: another value makes another account, with a session of its own. */
	unused?: string;
}

/** What came of a cell. */
export interface Result extends Outcome {
	/** Requests that met the trouble or came after it. */
	struck: LoggedRequest[];
	/** What came to be at the vendor by the run. */
	made?: number;
	/** What the run after the trouble came to, and how many there are then. */
	again?: Outcome & { made?: number };
	isHanging: boolean;
	/** How many requests took a credential to another host. */
	leaks: number;
}

/** How long an answer is waited for that is not late, in milliseconds. */
const PATIENT = 300_000;

/** A run that takes longer than this hangs, in real milliseconds. */
const LONGEST = 20_000;

/** Plays a cell: begins the work, lets the trouble strike, and afterwards runs it again. */
export async function play<Setup>(
	act: Act<Setup>,
	trouble: Trouble,
	setup: Setup & Played,
): Promise<Result> {
	const { control, engine } = setup;
	becomeAnother(setup);
	const elsewhere = await startPlainServer();
	const options = { maxRetries: 2, maxWait: 3, timeout: isSlow(trouble) ? TIMEOUT : PATIENT };
	const work = await act.begin(setup, options);
	const before = (await work.made?.()) ?? 0;
	await control.clearRequests();
	const restore = await strike(act, trouble, setup, elsewhere.url);

	const outcome = await Promise.race([work.run(), hanging()]);
	const log = await control.requests();
	restore();
	await control.clearFaults();
	const made = work.made && (await work.made()) - before;
	options.timeout = PATIENT;
	const again = outcome && outcome.failure && (await work.again?.(outcome.failure));
	const result: Result = {
		...outcome,
		isHanging: outcome === undefined,
		struck: log.filter((request) => requestMatches(act.struck, request)).slice(act.struck.after),
		made,
		...(again && { again: { ...again, made: work.made && (await work.made()) - before } }),
		leaks: leaks(await control.requests(), elsewhere.received, secretsOf(engine)),
	};
	await elsewhere.close();
	return result;
}

let accounts = 100_000;

/** What a process knows of a session belongs to an account, and no cell is to know of another. */
function becomeAnother({ engine, credentialTypes, unused }: Played): void {
	for (const type of unused === undefined ? [] : credentialTypes) {
		const credential = engine.credentials[type];
		if (credential) engine.credentials[type] = { ...credential, [String(unused)]: ++accounts };
	}
}

async function hanging(): Promise<undefined> {
	await realWait(LONGEST, undefined, { ref: false });
	return undefined;
}

/** Makes it go wrong from here on; gives what ends that. */
async function strike<Setup>(
	{ struck: { after, ...struck } }: Act<Setup>,
	trouble: Trouble,
	{ control, engine, credentialTypes }: Played,
	elsewhere: string,
): Promise<() => void> {
	if (trouble.clock) {
		await control.setClock(new Date(Date.now() + trouble.clock * 60_000));
	}
	const fault = injected(trouble, elsewhere);
	if (fault) {
		await control.fault({ ...fault, ...struck, after, times: trouble.once ? 1 : 'always' });
		return () => undefined;
	}
	const { url, close } = await startLocalServer(() => undefined);
	await close();
	const stored = { ...engine.credentials };
	for (const type of credentialTypes) {
		const credential = stored[type];
		if (credential) engine.credentials[type] = movedTo(url, credential);
	}
	return () => void Object.assign(engine.credentials, stored);
}

function movedTo(url: string, credential: ICredentialDataDecryptedObject) {
	const { pathname } = new URL(String(credential.baseUrl));
	return { ...credential, baseUrl: `${url}${pathname === '/' ? '' : pathname}` };
}
