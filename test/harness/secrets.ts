import { watchArrivals, type Arrival } from './arrivals';
import type { CredentialStore } from './credentials';
import type { LogLine } from './n8n';
import { marksOf, secretsOfCredential, secretsOfRequest, type Secret } from './secret';
import type { StaticDataStore } from './staticData';
import { eachText, placeName, type Place } from './texts';

/** What of an engine knows secrets, and what of it may give one away. */
interface Watched {
	credentials: CredentialStore;
	logs: LogLine[];
	staticData: StaticDataStore;
}

/** Requests that tests and vendors make to n8n and to the sandbox's own control, which carry secrets. */
const OUR_OWN = /^\/(webhook|control)/;

/** Where n8n's Webhook node hands on the headers of a request, with the one that it has checked. */
const OF_WEBHOOK = /\.json\.headers\./;

/** What a credential of n8n's own calls the content of a header. */
const OF_HEADER_AUTH = 'value';

/** Where an item stands, error items apart, and the inputs of a node, which an error repeats. */
const OF_ITEMS = /\.json\.(?!error)|\.node\.parameters\./;

/**
 * Looks for secrets in everything that runs leave behind, and in all requests to hosts that a secret
 * does not belong to. There is one watch at a time in a process.
 */
export class SecretWatch {
	/** Where which secret was found. */
	finds: string[] = [];
	/** How much was looked at and found since the beginning. */
	readonly looked = {
		places: 0,
		characters: 0,
		secrets: 0,
		found: 0,
		requests: 0,
		requestsElsewhere: 0,
		foundElsewhere: 0,
	};
	private readonly secrets = new Map<string, Secret>();
	private readonly marks = new Map<string, Secret>();
	/** The hosts of credentials. */
	private readonly homes = new Set<string>();
	private readonly engines = new Map<Watched, { logs: number }>();
	/** Those that only the requests of this test have told. */
	private sent: Secret[] = [];
	/** The hosts of those secrets that a credential names none for, as this test has shown. */
	private readonly adopted: string[][] = [];
	private readonly known = new WeakSet<object>();
	private readonly meant = new Map<string, string>();
	private readonly stop = watchArrivals((arrival) => this.arrived(arrival));

	/** Whether a text or the content of a file holds a secret, links apart, which are there for others. */
	tells(text: string | Buffer): boolean {
		return [...this.marks].some(([mark, { isForItems }]) => !isForItems && text.includes(mark));
	}

	/** From now on an engine's credentials are secret. */
	follow(engine: Watched): void {
		this.engines.set(engine, { logs: 0 });
	}

	/** Looks through an engine for the last time. */
	unfollow(engine: Watched): void {
		this.expectNone();
		this.engines.delete(engine);
	}

	/** A text that must be seen nowhere, until the end of the test. */
	keepFrom(text: string, what: string): void {
		const secret = { text, what, hosts: ['nowhere'], isForItems: false };
		this.keep(secret);
		this.sent.push(secret);
	}

	/** Says that a secret stands somewhere on purpose, until the end of the test. */
	means(text: string, why: string): void {
		this.meant.set(text, why);
	}

	/** Looks through something that a run has left behind; `name` says what it is. */
	look(name: string, value: unknown): void {
		this.learn();
		const texts: string[] = [];
		const place = { key: name };
		eachText(value, (text) => texts.push(text), place);
		const all = texts.join('\n');
		this.looked.places++;
		this.looked.characters += all.length;
		const there = [...this.marks].filter(([mark]) => all.includes(mark));
		if (there.length === 0) return;
		eachText(value, (text, where) => this.compare(text, where, there), place);
	}

	/** Looks through what engines have kept since the last time, and gives what was found in all. */
	conclude(): string[] {
		for (const [engine, seen] of this.engines) {
			this.look('log', engine.logs.slice(seen.logs));
			seen.logs = engine.logs.length;
			this.look('static data', engine.staticData.all());
		}
		const finds = [...new Set(this.finds)];
		this.finds = [];
		this.meant.clear();
		for (const { text } of this.sent) this.secrets.delete(text);
		for (const [mark, { text }] of this.marks) if (!this.secrets.has(text)) this.marks.delete(mark);
		this.sent = [];
		for (const hosts of this.adopted.splice(0)) hosts.splice(0);
		return finds;
	}

	/** As `conclude`; throws when anything was found. */
	expectNone(): void {
		const finds = this.conclude();
		if (finds.length > 0) throw new Error(`Secrets were left behind:\n  ${finds.join('\n  ')}`);
	}

	end(): void {
		this.stop();
		if (current === this) current = undefined;
	}

	private learn(): void {
		for (const { credentials } of this.engines.keys()) {
			for (const credential of Object.values(credentials)) {
				if (this.known.has(credential)) continue;
				this.known.add(credential);
				for (const secret of secretsOfCredential(credential)) {
					this.keep(secret);
					for (const host of secret.hosts) this.homes.add(host);
				}
			}
		}
	}

	private keep(secret: Secret): void {
		const before = this.secrets.get(secret.text);
		if (before) {
			if (!secret.isForItems) before.isForItems = false;
			before.hosts.push(...secret.hosts);
			return;
		}
		this.looked.secrets++;
		this.secrets.set(secret.text, secret);
		for (const mark of marksOf(secret.text)) this.marks.set(mark, secret);
	}

	private compare(text: string, where: Place, marks: Array<[string, Secret]>): void {
		for (const [mark, { text: whole, what, isForItems }] of marks) {
			if (!text.includes(mark) || this.meant.has(whole)) continue;
			const name = placeName(where);
			if (isForItems && OF_ITEMS.test(name)) continue;
			if (what === OF_HEADER_AUTH && OF_WEBHOOK.test(name)) continue;
			this.looked.found++;
			this.finds.push(`${what} in ${name}`);
		}
	}

	private arrived(arrival: Arrival): void {
		// What a test sends itself, without n8n, is what it is about.
		if (this.engines.size === 0 || OUR_OWN.test(arrival.path)) return;
		this.learn();
		const { host, method, path, headers, body } = arrival;
		if (body === '') this.looked[this.homes.has(host) ? 'requests' : 'requestsElsewhere']++;
		const all = JSON.stringify([path, headers, body]);
		for (const [mark, { text, what, hosts, isForItems }] of this.marks) {
			if (!all.includes(mark) || hosts.includes(host) || this.meant.has(text)) continue;
			// A link goes wherever the vendor has let it lead.
			if (isForItems && path.includes(mark)) continue;
			if (hosts.length === 0) {
				this.adopted.push(hosts);
				hosts.push(host);
				continue;
			}
			this.looked.foundElsewhere++;
			this.finds.push(`${what} in the request ${method} http://${host}${path}`);
		}
		for (const secret of secretsOfRequest(arrival)) {
			if (this.secrets.has(secret.text)) continue;
			this.keep(secret);
			this.sent.push(secret);
		}
	}
}

let current: SecretWatch | undefined;

/** Begins to look for secrets; `end` ends it. */
export function watchSecrets(): SecretWatch {
	current?.end();
	current = new SecretWatch();
	return current;
}

/** The watch that is on, if any. */
export const secretWatch = (): SecretWatch | undefined => current;

/** Says that a secret stands somewhere on purpose, and why, until the end of the test. */
export function meansToShow(secret: string, why: string): void {
	current?.means(secret, why);
}

/** The result of something that an engine does, after a look at it, or at its error. */
export async function watched<T>(name: string, doing: Promise<T>): Promise<T> {
	try {
		const result = await doing;
		current?.look(name, result);
		return result;
	} catch (error) {
		current?.look(`error of ${name}`, error);
		throw error;
	}
}
