import type { FastifyReply } from 'fastify';

/** Refuses a request in XML, as object stores do. */
export function refuse(
	reply: FastifyReply,
	status: number,
	code: string,
	message: string,
): FastifyReply {
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	return reply.code(status).type('application/xml').send(xml);
}
