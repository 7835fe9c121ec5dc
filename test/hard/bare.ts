const SECRET_HEADERS = ['authorization', 'cookie', 'api-key'];

/** Whether a request has no credential: neither in a header, nor a token of Iotum's in its body. */
export const isBare = ({ headers, body }: { headers: object; body?: unknown }): boolean =>
	!SECRET_HEADERS.some((name) => name in headers) &&
	!JSON.stringify(body ?? '').includes('auth_token');
