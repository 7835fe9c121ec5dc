import type { FastifyInstance } from 'fastify';
import { escapeHtml, htmlPage } from '../../html';
import type { Platform } from '../platform';
import { object, text } from '../schemas';
import type { StoredSession } from '../state';
import { presentDocuments, signSession } from '../signing';

const query = object({ sessionid: text, lang: text }, ['sessionid']);

interface SignaturePage {
	Querystring: { sessionid: string; lang?: string };
}

/** The page behind a handover's URL, where the customer signs (seed 000, handover). */
export function signatureRoutes(app: FastifyInstance, platform: Platform): void {
	const find = (identifier: string) =>
		[...platform.state.sessions.values()].find(
			({ record, handedOver }) => handedOver && record.meta.foreign_session_id === identifier,
		);

	app.get<SignaturePage>(
		'/signature/index',
		{ schema: { querystring: query } },
		async (request, reply) => {
			const session = find(request.query.sessionid);
			reply.type('text/html; charset=utf-8');
			return session
				? signaturePage(platform, session)
				: reply.code(404).send(htmlPage('Unknown link', 'No signature session belongs to it.'));
		},
	);

	app.post<SignaturePage>(
		'/signature/sign',
		{ schema: { querystring: query } },
		async (request, reply) => {
			const session = find(request.query.sessionid);
			reply.type('text/html; charset=utf-8');
			if (!session) return reply.code(404).send(htmlPage('Unknown link', 'Nothing to sign.'));
			await signSession(platform, session);
			return signaturePage(platform, session);
		},
	);
}

function signaturePage(platform: Platform, { record }: StoredSession): string {
	const documents = presentDocuments(platform, record.id);
	const list = documents
		.map((document) => `<li>${escapeHtml(document.record.name)} - ${document.record.status}</li>`)
		.join('');
	const address = `/signature/sign?sessionid=${encodeURIComponent(record.meta.foreign_session_id)}`;
	const button = record.transaction_completed
		? '<p>Everything is signed.</p>'
		: `<button onclick="fetch('${address}',{method:'POST'}).then(()=>location.reload())">Sign all documents</button>`;
	return htmlPage(record.name, `For ${record.customer_name}`, `<ul>${list}</ul>${button}`);
}
