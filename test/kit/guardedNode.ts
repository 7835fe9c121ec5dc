import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';
import { get } from '../../nodes/kit/request';
import { transfer } from '../../nodes/kit/transfer';
import { useSample } from './sampleNode';
import { startSampleServer, type Received, type Respond, type SampleAnswer } from './sampleServer';

// A node of a vendor that gives the files on its own host only to those who are signed in.

const about = { action: 'Download', description: 'Download it', docs: 'none' };

/** A file behind a link that the vendor gave. */
const linked = transfer({
	...about,
	name: 'Download Linked',
	fields: { url: text('URL', { required: true }), fileName: text('Name') },
	links: async ({ url, fileName }) => [{ url, fileName, json: { from: 'a link' } }],
});
/** A file that the vendor itself answers with, or sends on to. */
const asked = transfer({
	...about,
	name: 'Download',
	fields: { mediaId: text('Media', { required: true }) },
	repeatable: true,
	request: ({ mediaId }) => get(path`/medias/${mediaId}/download`),
	file: () => ({ json: { from: 'a request' } }),
});

const vendor: Partial<Vendor> = {
	baseUrl: ({ baseUrl }) => `${String(baseUrl)}/api/v3`,
	guardsFiles: true,
	signIns: {
		sampleApi: {
			given: ({ apiKey }) => (String(apiKey).startsWith('password') ? undefined : String(apiKey)),
			opening: {
				request: () => get(path`/token`),
				token: ({ token }) => (typeof token === 'string' ? token : undefined),
			},
			sign: (options, token) => ({
				...options,
				headers: { ...options.headers, authorization: `Bearer ${token}` },
			}),
		},
	},
};

/** Answers by path; 404 for every other one. */
export type Pages = Record<string, SampleAnswer>;

/** Answers by path, or as the test decides. */
const respond = (pages: Pages | Respond): Respond =>
	typeof pages === 'function'
		? pages
		: (request: Received) => pages[request.path] ?? { status: 404 };

export const zip = { headers: { 'content-type': 'application/zip' }, body: 'PK a file' };
export const to = (location: string, status = 302) => ({ status, headers: { location } });

/** The node in n8n's engine, the vendor's own host, and another one. */
export function useGuarded() {
	const sample = useSample({ media: { name: 'Media', operations: { linked, asked } } }, { vendor });
	let other: Awaited<ReturnType<typeof startSampleServer>>;
	beforeAll(async () => {
		other = await startSampleServer();
	});
	afterAll(async () => await other.close());

	const run = async (
		name: 'media.linked' | 'media.asked',
		inputs: INodeParameters,
		apiKey = 'key-of-the-sample-vendor',
	) =>
		await sample().run(name, {
			inputs: { ...inputs, options: { maxRetries: 0 } },
			credentials: { sampleApi: { baseUrl: sample().server.url, apiKey } },
		});

	return {
		own: () => sample().server.url,
		other: () => other.url,
		/** From now on the two hosts answer so. */
		serve(ownPages: Pages | Respond, otherPages: Pages = {}) {
			sample().server.answers(respond(ownPages));
			other.answers(respond(otherPages));
		},
		/** A key that begins with "password" opens a session. */
		fetchLink: async (url: string, fileName = '', apiKey?: string) =>
			await run('media.linked', { url, fileName }, apiKey),
		ask: async (mediaId = '5') => await run('media.asked', { mediaId }),
		/** What both hosts got, each with how it was signed. */
		received: () =>
			Object.entries({ own: sample().server.received(), other: other.received() }).flatMap(
				([host, requests]) =>
					requests.map(
						({ method, path: at, headers }) =>
							`${host} ${method} ${at} ${headers.authorization ?? 'bare'}`,
					),
			),
		contentOf: async (item: INodeExecutionData | undefined) =>
			item && String(await sample().engine.buffer(item)),
	};
}
