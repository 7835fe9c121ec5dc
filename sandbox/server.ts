import fastify, { type FastifyInstance } from 'fastify';
import type { ApizeeAccess } from './apizee/installation';
import { createApizee } from './apizee/vendor';
import { createClock } from './clock';
import { connect, type SandboxControl } from './control';
import { controlRoutes } from './controlRoutes';
import { createFaults } from './faults';
import { createFlexperto, type FlexpertoAccess } from './flexperto/vendor';
import { createHost } from './host';
import { iotum } from './iotum/brands/iotum';
import { vivoMeetings } from './iotum/brands/vivoMeetings';
import type { IotumAccess } from './iotum/installation';
import { createIotum } from './iotum/vendor';
import { acceptJsonOnly } from './jsonBodies';
import { createRequestLog } from './requestLog';
import { startPageRoutes } from './startPage';
import { validateRequests } from './validation';
import type { Vendor, VendorContext } from './vendor';

export interface SandboxOptions {
	/** Port of the start page; the vendors' hosts take the following ones. Default: any free ports. */
	port?: number;
	/** Tenant name, `demo` by default. */
	tenant?: string;
}

export interface Sandbox {
	/** Address of the start page and the control API. */
	url: string;
	flexperto: FlexpertoAccess;
	iotum: IotumAccess;
	vivoMeetings: IotumAccess;
	apizee: ApizeeAccess;
	control: SandboxControl;
	close(): Promise<void>;
}

interface Creation<Access> {
	vendor: Vendor;
	/** What a client needs; known once the vendor's hosts listen. */
	access: () => Access;
}

/**
 * Starts the simulated vendors in this process, all state in memory.
 *
 * @throws when a given port is taken
 */
export async function startSandbox({
	port = 0,
	tenant = 'demo',
}: SandboxOptions = {}): Promise<Sandbox> {
	const clock = createClock();
	const log = createRequestLog();
	const faults = createFaults();
	const servers: FastifyInstance[] = [];
	const close = async () => {
		await Promise.all(servers.map((server) => server.close()));
	};
	let nextPort = port;
	const listen = async (server: FastifyInstance, hostname: string): Promise<string> => {
		servers.push(server);
		const address = await server.listen({ host: hostname, port: nextPort });
		if (port !== 0) nextPort++;
		return `http://${hostname}:${new URL(address).port}`;
	};

	const installed: { vendor: Vendor; urls: VendorContext['urls'] }[] = [];
	const install = <Access>(create: (context: VendorContext) => Creation<Access>) => {
		const context: VendorContext = { clock, tenant, urls: {} };
		const { vendor, access } = create(context);
		installed.push({ vendor, urls: context.urls });
		return access;
	};
	const flexpertoAccess = install(createFlexperto);
	const iotumAccess = install((context) => createIotum(iotum, context));
	const vivoMeetingsAccess = install((context) => createIotum(vivoMeetings, context));
	const apizeeAccess = install(createApizee);
	const vendors = installed.map(({ vendor }) => vendor);

	const front = fastify({
		forceCloseConnections: true,
	});
	validateRequests(front, { discriminator: true });
	acceptJsonOnly(front);
	const reset = () => {
		clock.reset();
		log.clear();
		faults.clear();
		for (const vendor of vendors) vendor.reset();
	};
	front.register(
		async (app) => {
			controlRoutes(app, { clock, log, faults, reset });
			for (const vendor of vendors) {
				app.register(async (part) => vendor.control(part), { prefix: `/${vendor.name}` });
			}
		},
		{ prefix: '/control' },
	);
	startPageRoutes(front, { clock, log, faults, vendors });

	try {
		const url = await listen(front, '127.0.0.1');
		for (const { vendor, urls } of installed) {
			for (const host of vendor.hosts) {
				const server = await createHost({
					vendor: vendor.name,
					name: host.name,
					clock,
					log,
					faults,
				});
				host.routes(server);
				urls[host.name] = await listen(server, host.hostname);
			}
		}
		return {
			url,
			flexperto: flexpertoAccess(),
			iotum: iotumAccess(),
			vivoMeetings: vivoMeetingsAccess(),
			apizee: apizeeAccess(),
			control: connect(url),
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
