import axios from 'axios';
import fastify from 'fastify';

/** The key that the CRM and n8n share, as a credential "Header Auth" holds it. */
export const CRM_KEY = { name: 'X-CRM-Key', value: 'a-long-key-of-the-crm' };

/** What of n8n's answer matters to a browser. */
const HANDED_ON = [
	'location',
	'content-type',
	'x-content-type-options',
	'cache-control',
	'referrer-policy',
];

/** A person as the CRM knows one. */
export interface Person {
	email: string;
	firstName: string;
	lastName: string;
}

/** Some program with customers, and a button beside each of them. */
export interface Crm {
	/** Where a browser goes that clicks the button, by `POST`. */
	button: string;
	close(): Promise<void>;
}

/**
 * Starts a CRM on a free port of this computer. When its adviser clicks, it asks n8n, and hands the
 * answer on to the browser.
 *
 * @param webhook the production URL of the workflow
 */
export async function startCrm(webhook: string, adviser: Person, customer: Person): Promise<Crm> {
	const server = fastify({ forceCloseConnections: true });
	server.addContentTypeParser('*', (_request, _body, done) => done(null));
	server.post('/video-call', async (_request, reply) => {
		const answer = await axios.post<string>(
			webhook,
			{ adviser, customer },
			{
				headers: { [CRM_KEY.name]: CRM_KEY.value },
				proxy: false,
				maxRedirects: 0,
				responseType: 'text',
				validateStatus: () => true,
			},
		);
		for (const name of HANDED_ON) {
			const value: unknown = answer.headers[name];
			if (typeof value === 'string') reply.header(name, value);
		}
		return await reply.code(answer.status).send(answer.data);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { button: `${url}/video-call`, close: async () => await server.close() };
}
