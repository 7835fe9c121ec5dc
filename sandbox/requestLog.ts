/** One request a vendor host received, as it came over the wire. */
export interface LoggedRequest {
	id: number;
	vendor: string;
	/** The vendor's host, e.g. `api`, `upload` or `storage`. */
	host: string;
	method: string;
	/** Path as sent: percent-encoding untouched, without the query. */
	path: string;
	/** Query as sent, without the question mark. */
	rawQuery: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string | string[]>;
	/** Parsed JSON body, absent when there was none. */
	body?: unknown;
	multipart?: { fields: string[]; files: LoggedFile[] };
	/** A body that is a file: its size in bytes and checksum. */
	upload?: Pick<LoggedFile, 'size' | 'sha256'>;
	/** Status of the answer; null when the connection ended before one. */
	status: number | null;
	/** Kind of the fault applied to the request, if any. */
	fault?: string;
	/** Sandbox time of arrival, ISO 8601. */
	time: string;
	/** Real milliseconds since the epoch, for measuring pace. */
	arrivedAt: number;
	/** Real duration in milliseconds, absent while the answer is under way. */
	durationMs?: number;
	/** Requests of the same vendor under way at arrival, this one included. */
	concurrent: number;
}

export interface LoggedFile {
	field: string;
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	sha256: string;
}

export interface RequestFilter {
	vendor?: string;
	host?: string;
	method?: string;
	/** Path pattern; `*` stands for any run of characters. */
	path?: string;
}

/** Whether a path as sent fits a pattern, in which `*` stands for any run of characters. */
function pathMatches(pattern: string, path: string): boolean {
	const expression = pattern
		.split('*')
		.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	return new RegExp(`^${expression}$`).test(path);
}

export function requestMatches(
	filter: RequestFilter,
	request: Pick<LoggedRequest, 'vendor' | 'host' | 'method' | 'path'>,
): boolean {
	return (
		(filter.vendor === undefined || filter.vendor === request.vendor) &&
		(filter.host === undefined || filter.host === request.host) &&
		(filter.method === undefined || filter.method.toUpperCase() === request.method) &&
		(filter.path === undefined || pathMatches(filter.path, request.path))
	);
}

export interface RequestLog {
	/** Adds a request; the returned entry is completed in place when the answer is known. */
	begin(request: Omit<LoggedRequest, 'id' | 'status' | 'concurrent' | 'durationMs'>): LoggedRequest;
	end(entry: LoggedRequest): void;
	list(filter?: RequestFilter): LoggedRequest[];
	clear(): void;
}

const CAPACITY = 50_000;

/** Keeps the latest 50,000 requests. */
export function createRequestLog(): RequestLog {
	let entries: LoggedRequest[] = [];
	let count = 0;
	const underWay = new Map<string, number>();

	return {
		begin(request) {
			const concurrent = (underWay.get(request.vendor) ?? 0) + 1;
			underWay.set(request.vendor, concurrent);
			const entry: LoggedRequest = { ...request, id: ++count, status: null, concurrent };
			entries.push(entry);
			if (entries.length > CAPACITY * 1.1) entries = entries.slice(-CAPACITY);
			return entry;
		},
		end(entry) {
			entry.durationMs = Date.now() - entry.arrivedAt;
			underWay.set(entry.vendor, (underWay.get(entry.vendor) ?? 1) - 1);
		},
		list: (filter = {}) => entries.filter((entry) => requestMatches(filter, entry)),
		clear() {
			entries = [];
			count = 0;
		},
	};
}
