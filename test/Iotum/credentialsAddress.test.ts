import { press, runWith } from './changedCredential';
import { useIotum } from './setup';

const iotum = useIotum();

describe.each([
	['that is not https', 'http://video.example.com', 'does not start with https://'],
	[
		'with credentials in it',
		'https://user:secret@video.example.com',
		'contains a user name or password',
	],
	[
		'with a path',
		'https://video.example.com/enterprise_api',
		'contains more than protocol, host and port',
	],
	['with a query', 'https://video.example.com?a=b', 'contains more than protocol, host and port'],
	['that is none', 'video.example.com', 'is not a web address'],
	['that is empty', '', 'is not a web address'],
])('an address %s', (_, baseUrl, problem) => {
	it('is refused by the node', async () => {
		const { error } = await runWith(iotum(), { baseUrl });
		expect(error).toMatchObject({
			message: `"Base URL" ${problem}`,
			description: 'Enter an origin such as https://acme.example.com in the credential.',
		});
		expect(JSON.stringify(error)).not.toContain('secret');
		expect(JSON.stringify(error)).not.toContain(iotum().access.resellerAdmin.apiToken);
	});

	it('does not pass the test of the credential', async () => {
		expect(await press(iotum(), { baseUrl })).toMatchObject({ status: 'Error' });
	});
});

it('sends no token to an address that is not https, when the credential is tested or used', async () => {
	const { access, control } = iotum();
	// Another name of this machine, which does not count as such.
	const baseUrl = access.baseUrl.replace('127.0.0.1', '0.0.0.0');
	expect((await runWith(iotum(), { baseUrl })).error?.message).toBe(
		'"Base URL" does not start with https://',
	);
	expect(await press(iotum(), { baseUrl })).toMatchObject({ status: 'Error' });
	expect(await control.requests()).toEqual([]);
});

it('takes an address with capitals, blanks around it and a slash at its end, in node and test alike', async () => {
	const { access } = iotum();
	const baseUrl = ` ${access.baseUrl.replace('http', 'HTTP')}/ `;
	expect((await runWith(iotum(), { baseUrl })).error).toBeUndefined();
	expect(await press(iotum(), { baseUrl })).toMatchObject({ status: 'OK' });
});
