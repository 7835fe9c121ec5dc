import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LoggedRequest } from '../sandbox/requestLog';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const examples = resolve(__dirname, '..', 'examples');

/** What holds for all chapters together: secrets stay where they belong, and nothing was refused. */
export async function keepSecrets(
	{ sandbox, engine, secrets, folder }: Playground,
	report: Report,
): Promise<void> {
	report.chapter(
		'Keys, passwords and sessions stay where they belong',
		'',
		'Each vendor’s API was asked with its key or session. The hosts to which files were uploaded, and from which they were fetched, must never have seen them, nor may they stand in a file or a log.',
	);
	const requests = (await sandbox.control.requests()).filter(isApi);
	const ofApi = requests.filter(({ host }) => host === 'api');
	const ofFiles = requests.filter(({ host }) => host !== 'api');
	const tells = (text: string | Buffer) => secrets.tells(text);
	report.check(
		`All ${ofApi.length} requests of the APIs carried a key or a session`,
		...all(ofApi, (request) => tells(JSON.stringify([request.headers, request.body])), true),
	);
	const opened = ofApi.filter(({ path }) => /\/(authenticate|token)$/.test(path));
	report.check(
		'One session for all runs: each user of Iotum, VivoMeetings and Apizee signed in once',
		opened.map(({ vendor }) => vendor),
		['iotum', 'vivoMeetings', 'apizee', 'apizee'],
	);
	report.check(
		`None of the ${ofFiles.length} requests to the file hosts carried one`,
		...all(ofFiles, (request) => tells(JSON.stringify(request)), false),
	);
	const written = [...filesIn(folder), ...filesIn(examples)];
	const leaks = written.filter((file) => tells(readFileSync(file)));
	report.check(`They are in none of the ${written.length} files written or imported`, leaks, []);
	const logged = engine.logs.filter((line) => tells(JSON.stringify(line)));
	report.check('They are in none of the log lines', logged, []);
	const { places } = secrets.looked;
	const finds = secrets.conclude();
	report.check(`Nothing that was run left one behind, in ${places} places searched`, finds, []);
	const refused = requests
		.filter(({ status }) => status === null || status >= 400)
		.map(({ method, path, status }) => `${method} ${path}: ${status}`)
		.filter((request) => request !== 'POST /api/v2/users/users: 409');
	report.check('The vendors refused nothing, beside a second account for one e-mail', refused, []);
}

/** Whether a request was made by a program, and not by a person who opened a link. */
const isApi = ({ path }: LoggedRequest) =>
	!/^\/(join|signature|auth|conf|entrypoint)(\/|$)/.test(path);

/** What was found and what is expected: the same answer for every request, of which there are some. */
const all = (
	requests: LoggedRequest[],
	test: (request: LoggedRequest) => boolean,
	expected: boolean,
): [unknown, unknown] => [[...new Set(requests.map(test))], [expected]];

/** The paths of all files below a folder, in order. */
export function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
