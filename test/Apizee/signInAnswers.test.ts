import type { Fault } from '../../sandbox/faults';
import { LOOK, looking, ownCredential } from './signInRuns';
import { useApizee } from './setup';

// What the user reads when the vendor's answer is no use.

const apizee = useApizee();

const PATH = '/api/conferences*';

/** Looks at a conference, with a token that works, while the vendor fails. */
async function look(fault: Fault | undefined, options = {}) {
	const { run, control } = apizee();
	const credentials = ownCredential(apizee());
	await run('session.getAll', { credentials });
	if (fault) await control.fault({ times: 'always', path: PATH, ...fault });
	await control.clearRequests();
	return await run(LOOK, { inputs: looking({ maxRetries: 0, ...options }), credentials });
}

const asked = (code: string) => `GET ${apizee().access.baseUrl}/conferences/842341: ${code}.`;

it.each([
	['a web page', { kind: 'html' }, 'answered with a web page instead of data', 'HTTP 200'],
	[
		'an empty answer',
		{ kind: 'status', status: 200, body: '' },
		'sent an empty answer',
		'HTTP 200',
	],
	['half an answer', { kind: 'cutJson' }, 'sent an answer that is incomplete', 'HTTP 200'],
	[
		'a list',
		{ kind: 'status', status: 200, body: [1] },
		'sent something that is not a record',
		'HTTP 200',
	],
] as const)('%s is told as such', async (_, fault, message, code) => {
	const { error } = await look(fault);
	expect(error).toMatchObject({
		message: `Apizee ${message} [item 0]`,
		description: `Check the address in the credential, and proxies on the way. ${asked(code)}`,
	});
});

it('a web page with an error status is told by the status, without the page', async () => {
	const { error } = await look({ kind: 'html', status: 502 });
	expect(error).toMatchObject({
		message: 'Apizee failed to process the request [item 0]',
		description: `Try again later. ${asked('HTTP 502')}`,
	});
});

it('something in a list that is no list', async () => {
	const { control, run, access } = apizee();
	await control.fault({
		kind: 'status',
		status: 200,
		body: { data: 'none' },
		path: PATH,
		times: 'always',
	});
	const { error } = await run('conference.getAll', { inputs: { options: { maxRetries: 0 } } });
	expect(error).toMatchObject({
		message: 'Apizee sent something that is not a list [item 0]',
		description: `Check the address in the credential, and proxies on the way. GET ${access.baseUrl}/conferences: HTTP 200.`,
	});
});
