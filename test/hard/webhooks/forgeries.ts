import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Engine } from '../../harness/engine';
import { asJson } from './contents';
import { posted } from './hostile';
import { withstand } from './onslaught';
import { againstProven, type Proven } from './proven';
import { publish } from './published';

/** A trigger that takes only what proves to come from the vendor. */
interface ProvenTrigger
	extends Pick<Proven, 'proving' | 'others' | 'reports' | 'required' | 'notWanted'> {
	/** The node, as users know it, and for n8n. */
	name: string;
	type: string;
	engine: Engine;
	/** The credential, and which entry of it is the proof. */
	credentialType: string;
	entry: string;
	/** Inputs of a workflow that wants only some of the reports. */
	choosy: INodeParameters;
	/** A new report, and what it starts the workflow with. */
	next(): { report: object; starts: IDataObject };
	tidy?(): Promise<void>;
}

const OTHER_SECRET = 'a-long-random-text-of-another';

/** Attacks three published workflows: one that wants all reports, one of another account, a choosy one. */
export async function withstandForgeries(trigger: ProvenTrigger): Promise<void> {
	const { name, type, engine, credentialType, entry, proving, others, choosy, next } = trigger;
	const credential = engine.credentials[credentialType];
	const secret = String(credential?.[entry]);
	Object.assign(engine.credentials, { other: { ...credential, [entry]: OTHER_SECRET } });
	const own = { type: credentialType };
	const published = await publish(engine, type, own);
	const other = await publish(engine, type, { ...own, id: 'other' });
	const wantsLittle = await publish(engine, type, own, choosy);
	await withstand({
		...published,
		name,
		engine,
		others: [other.active, wantsLittle.active],
		secrets: [secret, OTHER_SECRET, ...others],
		kinds: againstProven({
			...trigger,
			url: published.url,
			otherUrl: other.url,
			otherSecret: OTHER_SECRET,
			choosyUrl: wantsLittle.url,
			secret,
		}),
		async genuine() {
			const { report, starts } = next();
			return { request: posted(published.url, asJson(report), proving.proof(secret)), starts };
		},
		tidy: trigger.tidy,
	});
}
