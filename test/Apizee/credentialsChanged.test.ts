import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { withN8nNodes } from '../setup';
import { requester } from './httpRequest';
import { useApizee } from './setup';

// n8n keeps the token of a sign-in beside what the user has entered, also when that is changed.

const apizee = useApizee(withN8nNodes);

const me = () => `${apizee().access.baseUrl}/users/me`;

describe('a credential that was changed', () => {
	it('acts for the user that it now names', async () => {
		const setup = apizee();
		const { ask, change } = requester(setup);
		expect((await ask(me())).json).toMatchObject([{ username: 'alice.agent@apizee.example' }]);
		const { username, password } = setup.access.secondAgent;
		change({ username, password });
		expect((await ask(me())).json).toMatchObject([{ username: 'bruno.agent@apizee.example' }]);
		change({ authentication: 'token', accessToken: setup.access.foreignAgent.token });
		expect((await ask(me())).json).toMatchObject([{ username: 'frida.foreign@apizee.example' }]);
	});

	it.each<[string, ICredentialDataDecryptedObject]>([
		['a wrong password', { password: 'wrong' }],
		['a wrong user name', { username: 'nobody@apizee.example' }],
		['a wrong token', { authentication: 'token', accessToken: 'wrong' }],
	])('to %s does not pass its test with the token of before', async (_, changes) => {
		const setup = apizee();
		const { ask, change, stored } = requester(setup);
		await ask(me());
		change({ ...setup.credentials.apizeeApi, ...changes });
		expect(await setup.engine.testCredential('apizeeApi', { ...stored() })).toMatchObject({
			status: 'Error',
		});
	});
});
