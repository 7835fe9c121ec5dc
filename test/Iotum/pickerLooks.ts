import { received } from './requests';
import type { Setup } from './setup';

type Look = Omit<Parameters<Setup['engine']['runPicker']>[0], 'node'>;

type Role = 'resellerAdmin' | 'companyAdmin';

/** Opens pickers of the Iotum node: gives what they show and the requests it took. */
export const looks = (iotum: () => Setup) => ({
	/** As a reseller admin or a company admin, on the first page or the one of a token. */
	async look(up: Look, role: Role = 'resellerAdmin') {
		const { engine, control, credentials, access } = iotum();
		engine.credentials[role] = { ...credentials.iotumApi, apiToken: access[role].apiToken };
		await control.clearRequests();
		const own = { iotumApi: { id: role, name: role } };
		const result = await engine.runPicker({ node: 'iotum', credentials: own, ...up });
		return { ...result, requests: received(await control.requests()) };
	},

	/** Again and again until the list ends: gives the pages. */
	async turnPages(up: Look, role?: Role) {
		const pages = [await this.look(up, role)];
		for (let last = pages[0]; last?.paginationToken !== undefined; last = pages.at(-1)) {
			const paginationToken = String(last.paginationToken);
			pages.push(await this.look({ ...up, paginationToken }, role));
		}
		return pages;
	},
});

/** An entry picked from a list; an empty one when nothing is picked. */
export const inList = (value: string | number) => ({ __rl: true, mode: 'list', value: `${value}` });
