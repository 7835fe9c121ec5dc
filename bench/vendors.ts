import { startSandbox } from '../sandbox/server';
import type { VendorAccess } from './process';

/** Starts the simulated vendors in this process. */
export async function simulate(): Promise<VendorAccess> {
	const { url, flexperto, iotum } = await startSandbox();
	return { url, flexperto, iotum };
}
