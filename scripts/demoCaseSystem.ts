import fastify from 'fastify';

/** The key that the case system and n8n share, as a credential "Header Auth" holds it. */
export const CASE_SYSTEM_KEY = {
	name: 'X-Case-System-Key',
	value: 'a-long-key-of-the-case-system',
};

/** What n8n has told the case system about a case. */
export interface CaseUpdate {
	caseNumber: string;
	assistance: Record<string, unknown>;
}

/** Some program in which support cases are kept. */
export interface CaseSystem {
	/** Stands for `https://cases.example.com` in the example. */
	url: string;
	/** All updates that carried the key, in order. */
	updates: CaseUpdate[];
	close(): Promise<void>;
}

/** Starts a case system on a free port of this computer. It refuses updates without the key. */
export async function startCaseSystem(): Promise<CaseSystem> {
	const server = fastify({ forceCloseConnections: true });
	const updates: CaseUpdate[] = [];
	server.patch<{ Params: { caseNumber: string }; Body: Pick<CaseUpdate, 'assistance'> }>(
		'/api/cases/:caseNumber',
		async (request, reply) => {
			const { name, value } = CASE_SYSTEM_KEY;
			if (request.headers[name.toLowerCase()] !== value) return reply.code(401).send();
			updates.push({ ...request.params, ...request.body });
			return { ok: true };
		},
	);
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url, updates, close: async () => await server.close() };
}
