import { parseArgs } from 'node:util';
import { addSamples } from './samples';
import { startSandbox } from './server';

const DEFAULT_PORT = '4010';
// The start page and the vendors' hosts take ten ports in a row.
const LAST_PORT = 65_526;

/** `npm run sandbox`: a sandbox for people, with something to see in it. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: DEFAULT_PORT } },
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > LAST_PORT) {
		throw new Error(`The port must be a number from 1 to ${LAST_PORT}, not "${values.port}".`);
	}
	const sandbox = await startSandbox({ port });
	const { url, flexperto, iotum, vivoMeetings, apizee, control, close } = sandbox;

	const expert = await addSamples(control);

	process.stdout.write(`The vendor sandbox is running.

  Start page   ${url}

  Flexperto
    Base URL   ${flexperto.baseUrl}
    API key    ${flexperto.apiKey}
    Expert     ${expert.id} (${expert.email})

  Iotum
    Base URL   ${iotum.baseUrl}
    API token  ${iotum.resellerAdmin.apiToken}
    Host       ${iotum.fixtures.hostId}

  VivoMeetings
    Base URL   ${vivoMeetings.baseUrl}
    E-mail     ${vivoMeetings.resellerAdmin.email}
    Password   ${vivoMeetings.resellerAdmin.password}
    Host       ${vivoMeetings.fixtures.hostId}

  Apizee
    Base URL   ${apizee.baseUrl}
    User name  ${apizee.agent.username}
    Password   ${apizee.agent.password}
    Ticket     ${apizee.fixtures.doneTicketId} (with two media)

Press Ctrl+C to stop.
`);
	const stop = () => void close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(
		taken
			? `${message}\nAnother program uses the port. Choose another: npm run sandbox -- --port 4100\n`
			: `${message}\n`,
	);
	process.exit(1);
});
