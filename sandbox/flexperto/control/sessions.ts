import type { FastifyInstance } from 'fastify';
import { createSession } from '../contractSessions';
import { Refusal } from '../errors';
import { pdf } from '../files';
import { timestamp, type Platform } from '../platform';
import { attachFile } from '../routes/documents';
import { storeFile } from '../routes/upload';
import { object } from '../schemas';
import {
	failDocument,
	findDocument,
	findSession,
	handOver,
	presentDocuments,
	setDocumentStatus,
	signDocument,
	signSession,
} from '../signing';
import { sessionDocuments, type StoredSession } from '../state';
import { createAccount } from './accounts';
import type { SessionsRequest, SessionView } from './client';

const DEFAULT_FAILURE = 'The identification of the signing person failed.';

const failureBody = object({ reason: { type: 'string' } });

/** What the signing person does, and sessions without the API. */
export function sessionControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: SessionsRequest }>(
		'/sessions',
		{
			schema: {
				body: object({
					count: { type: 'integer', minimum: 0 },
					expertId: { type: 'integer' },
					meetingId: { type: 'integer' },
					method: { enum: ['aes', 'ves', 'qes'] },
					documents: { type: 'integer', minimum: 0, maximum: 20 },
					handedOver: { type: 'boolean' },
					signed: { type: 'boolean' },
				}),
			},
		},
		async ({ body }) => createSessions(platform, body),
	);
	app.get('/sessions', async () =>
		[...platform.state.sessions.values()].map((session) => view(platform, session)),
	);

	app.post<{ Params: { id: string } }>('/sessions/:id/sign', async ({ params }) => {
		const session = findSession(platform, params.id);
		await signSession(platform, session);
		return view(platform, session);
	});
	app.post<{ Params: { id: string } }>('/documents/:id/sign', async ({ params }) => {
		const document = findDocument(platform, params.id);
		await signDocument(platform, document);
		return view(platform, findSession(platform, document.sessionId));
	});

	app.post<{ Params: { id: string }; Body: { reason?: string } }>(
		'/sessions/:id/fail',
		{ schema: { body: failureBody } },
		async ({ params, body }) => {
			const session = findSession(platform, params.id);
			for (const document of presentDocuments(platform, session.record.id)) {
				failDocument(platform, document, body.reason ?? DEFAULT_FAILURE);
			}
			return view(platform, session);
		},
	);
	app.post<{ Params: { id: string }; Body: { reason?: string } }>(
		'/documents/:id/fail',
		{ schema: { body: failureBody } },
		async ({ params, body }) => {
			const document = findDocument(platform, params.id);
			failDocument(platform, document, body.reason ?? DEFAULT_FAILURE);
			return view(platform, findSession(platform, document.sessionId));
		},
	);

	app.delete<{ Params: { id: string } }>('/sessions/:id', async ({ params }) => {
		const session = findSession(platform, params.id);
		session.record.deleted_at = timestamp(platform);
		for (const document of presentDocuments(platform, session.record.id)) {
			setDocumentStatus(platform, document, 'DELETED');
		}
		return view(platform, session);
	});
	app.delete<{ Params: { id: string } }>('/documents/:id', async ({ params }) => {
		const document = findDocument(platform, params.id);
		setDocumentStatus(platform, document, 'DELETED');
		return view(platform, findSession(platform, document.sessionId));
	});
}

function view(platform: Platform, { record, handedOver }: StoredSession): SessionView {
	const documents = sessionDocuments(platform.state, record.id);
	return { session: record, handedOver, documents: documents.map(({ record }) => record) };
}

async function createSessions(
	platform: Platform,
	{
		count = 1,
		expertId,
		meetingId,
		method = 'aes',
		documents = 0,
		handedOver,
		signed,
	}: SessionsRequest,
): Promise<SessionView[]> {
	if ((handedOver || signed) && documents === 0) {
		throw new Refusal(422, 'documents: a session without documents cannot be handed over.');
	}
	const expert =
		expertId === undefined ? createAccount(platform, {}) : platform.state.accounts.get(expertId);
	if (!expert) throw new Refusal(404, `No user ${expertId}.`);
	const content = await pdf(['A contract to be signed.'], platform.clock.now());
	const availableUntil = new Date(Date.UTC(9999, 0)).toISOString();

	const views: SessionView[] = [];
	for (let number = 1; number <= count; number++) {
		const session = createSession(platform, expert, {
			name: `Contract ${platform.state.sessions.size + 1}`,
			method,
			meeting_id: meetingId,
			participants: [
				{ email: 'customer@household.example', firstname: 'Carla', lastname: 'Customer' },
			],
		});
		for (let index = 1; index <= documents; index++) {
			const upload = { fileName: `document-${index}.pdf`, content };
			const file = storeFile(platform, session.record.id, expert.id, upload, availableUntil);
			attachFile(platform, session.record.id, file);
		}
		if (handedOver || signed) handOver(platform, session);
		if (signed) await signSession(platform, session);
		views.push(view(platform, session));
	}
	return views;
}
