import { asked, useQuota } from './quotaAccount';

/** What a look is told, beside the picker and the credential. */
interface Look {
	/** `apizee` by default. */
	node?: 'apizeePollingTrigger';
	filter?: string;
	paginationToken?: string;
}

/**
 * One picker of the node, opened by users of whom the process has sent nothing yet, with the vendor's
 * quota on: gives what it shows, and the requests it took.
 */
export function usePicker(method: 'searchAgents' | 'searchConferences' | 'searchTickets') {
	const quota = useQuota();

	return {
		...quota,
		/** A user in the editor; `path` is that of the API, `/api` by default. */
		async newEditor({ path = '/api', signsIn = false } = {}) {
			const { control, access } = quota.apizee();
			const given = { baseUrl: `${access.url}${path}` };
			const account = await (signsIn ? quota.newAccount(given) : quota.newTokenAccount(given));
			const look = async (up: Look = {}) => {
				await control.clearRequests();
				const shown = await account.look({ method, ...up });
				return { ...shown, requests: asked(await quota.counted()) };
			};
			return {
				look,
				/** Again and again until the list ends: gives the pages. */
				async turnPages(up: Look = {}) {
					const pages = [await look(up)];
					for (let last = pages[0]; last?.paginationToken !== undefined; last = pages.at(-1)) {
						const paginationToken = String(last.paginationToken);
						pages.push(await look({ ...up, paginationToken }));
					}
					return pages;
				},
			};
		},
		/** The next request to a path (without the API's) is answered so. */
		answers: async (path: string, body: unknown, status = 200) => {
			const { control } = quota.apizee();
			const at = { vendor: 'apizee', path: `/api/${path}` };
			await control.fault({ kind: 'status', status, body, ...at });
		},
	};
}
