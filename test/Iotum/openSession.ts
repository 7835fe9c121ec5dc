import type { Setup } from './setup';

/**
 * Signs in, so that the faults of a test meet its own requests: the session of the test before is
 * known to the node, but no longer to the vendor.
 */
export async function openSession({ run, control }: Setup): Promise<void> {
	await run('product.getAll');
	await control.clearRequests();
}
