import { asked, lookWhile } from './signInRuns';
import { useApizee } from './setup';

// What the user reads when the vendor's answer is no use.

const apizee = useApizee();

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
	const { error } = await lookWhile(apizee(), fault);
	expect(error).toMatchObject({
		message: `Apizee ${message} [item 0]`,
		description: `Check the address in the credential, and proxies on the way. ${asked(apizee(), code)}`,
	});
});

it('a web page with an error status is told by the status, without the page', async () => {
	const { error } = await lookWhile(apizee(), { kind: 'html', status: 502 });
	expect(error).toMatchObject({
		message: 'Apizee failed to process the request [item 0]',
		description: `Try again later. ${asked(apizee(), 'HTTP 502')}`,
	});
});

it('something in a list that is no list', async () => {
	const { control, run, access } = apizee();
	await control.fault({
		kind: 'status',
		status: 200,
		body: { data: 'none' },
		path: '/api/conferences*',
		times: 'always',
	});
	const { error } = await run('conference.getAll', { inputs: { options: { maxRetries: 0 } } });
	expect(error).toMatchObject({
		message: 'Apizee sent something that is not a list [item 0]',
		description: `Check the address in the credential, and proxies on the way. GET ${access.baseUrl}/conferences: HTTP 200.`,
	});
});
