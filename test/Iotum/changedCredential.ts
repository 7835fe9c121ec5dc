import type { Setup } from './setup';

/** Presses "Test" on the credential with the given changes. */
export const press = async ({ engine, credentials }: Setup, changes = {}) =>
	await engine.testCredential('iotumApi', { ...credentials.iotumApi, ...changes });

/** Runs the node with the credential with the given changes. */
export const runWith = async ({ run, credentials }: Setup, changes = {}, items = [{}]) => {
	const iotumApi = { ...credentials.iotumApi, ...changes };
	return await run('product.getAll', { credentials: { iotumApi }, items });
};
