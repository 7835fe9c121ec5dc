import axios from 'axios';
import type { DurationLikeObject } from 'luxon';
import { apizeeControl, type ApizeeControl } from './apizee/control/client';
import type { ClockState } from './clock';
import type { Fault, InjectedFault } from './faults';
import { flexpertoControl, type FlexpertoControl } from './flexperto/control/client';
import { iotumControl, type IotumControl } from './iotum/control/client';
import type { LoggedRequest, RequestFilter } from './requestLog';

/** Typed client of the control API. Every call rejects with an axios error when it is refused. */
export interface SandboxControl {
	/** Forgets everything: state, clock, faults, log. Keys and addresses stay valid. */
	reset(): Promise<void>;
	clock(): Promise<ClockState>;
	/** Moves the sandbox's present; `frozen` makes it stand still. */
	setClock(now: Date | string, options?: { frozen?: boolean }): Promise<ClockState>;
	advanceClock(duration: DurationLikeObject): Promise<ClockState>;
	/** Makes the next matching request (or `times` of them) go wrong. */
	fault(fault: Fault): Promise<InjectedFault>;
	/** Faults injected so far, with how many requests each has met. */
	faults(): Promise<InjectedFault[]>;
	clearFaults(): Promise<void>;
	/** Requests received by the vendors' hosts, oldest first. */
	requests(filter?: RequestFilter): Promise<LoggedRequest[]>;
	clearRequests(): Promise<void>;
	flexperto: FlexpertoControl;
	iotum: IotumControl;
	vivoMeetings: IotumControl;
	apizee: ApizeeControl;
}

/** Sends one request to the control API and gives the answer's body. */
export type ControlCall = <Answer>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	options?: { body?: unknown; query?: object },
) => Promise<Answer>;

/**
 * Connects to a running sandbox, also from another process.
 *
 * @param url address of the start page, e.g. `http://127.0.0.1:4010`
 */
export function connect(url: string): SandboxControl {
	const http = axios.create({ baseURL: `${url}/control`, proxy: false, maxBodyLength: Infinity });
	const call: ControlCall = async (method, path, { body, query } = {}) => {
		const { data } = await http.request({ method, url: path, data: body, params: query });
		return data;
	};

	return {
		reset: () => call('POST', '/reset'),
		clock: () => call('GET', '/clock'),
		setClock: (now, options) =>
			call('PUT', '/clock', { body: { now: new Date(now).toISOString(), ...options } }),
		advanceClock: (duration) => call('POST', '/clock/advance', { body: duration }),
		fault: (fault) => call('POST', '/faults', { body: fault }),
		faults: () => call('GET', '/faults'),
		clearFaults: () => call('DELETE', '/faults'),
		requests: (filter) => call('GET', '/requests', { query: filter }),
		clearRequests: () => call('DELETE', '/requests'),
		flexperto: flexpertoControl(call),
		iotum: iotumControl(call, 'iotum'),
		vivoMeetings: iotumControl(call, 'vivoMeetings'),
		apizee: apizeeControl(call),
	};
}
