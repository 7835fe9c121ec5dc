import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock';

/** What the sandbox gives every vendor. */
export interface VendorContext {
	clock: Clock;
	tenant: string;
	/** Address of each of the vendor's hosts by its name; filled in once they listen. */
	urls: Record<string, string>;
}

export interface VendorHost {
	/** Name in the request log and in faults, e.g. `api`. */
	name: string;
	/** Different names make a client see different hosts, as it does with the real vendor. */
	hostname: '127.0.0.1' | 'localhost';
	routes(app: FastifyInstance): void;
}

export interface Vendor {
	/** Name in the request log, in faults and in the control API's paths. */
	name: string;
	hosts: VendorHost[];
	/** The vendor's own part of the control API. */
	control(app: FastifyInstance): void;
	/** Forgets everything, so that the same requests get the same answers again. */
	reset(): void;
	page(): VendorPage;
}

/** What the start page shows about a vendor. */
export interface VendorPage {
	title: string;
	introduction: string;
	credentials: { label: string; value: string }[];
	actions: ControlAction[];
	tables: { title: string; empty: string; columns: string[]; rows: TableRow[] }[];
	/** Behaviours the vendor's documents are silent about. */
	choices: string[];
}

export interface TableRow {
	cells: string[];
	actions: ControlAction[];
}

/** A request to the control API, offered as a button and as a curl line. */
export interface ControlAction {
	label: string;
	method: 'POST' | 'PUT' | 'DELETE';
	/** Path below the control API, e.g. `/clock/advance`. */
	path: string;
	body?: unknown;
}
