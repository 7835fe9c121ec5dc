/** An answer as it goes over the wire. */
export interface WireAnswer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** A way to spoil an answer. `json` is its body, `undefined` when that is no JSON. */
export type Spoiling = (answer: WireAnswer, json: unknown) => WireAnswer;

/** Everything within a JSON value, as a way to put something else there. */
function places(
	json: unknown,
): Array<{ name: string; is: unknown; put(value: unknown): void; cut(): void }> {
	if (typeof json !== 'object' || json === null) return [];
	return Object.entries(json).flatMap(([name, is]) => [
		{
			name,
			is,
			put: (value) => Object.defineProperty(json, name, { value, enumerable: true }),
			cut: () => Reflect.deleteProperty(json, name),
		},
		...places(is),
	]);
}

/** The answer with another body. */
export const withBody = (answer: WireAnswer, body: string): WireAnswer => ({
	...answer,
	body: Buffer.from(body),
});
/** The answer with more or other headers. */
export const withHeaders = (answer: WireAnswer, headers: Record<string, string>): WireAnswer => ({
	...answer,
	headers: { ...answer.headers, ...headers },
});

/** Changes some places of the body, those that are wanted, the nth of them and so on. */
export function changed(
	which: (name: string, is: unknown) => boolean,
	change: (place: ReturnType<typeof places>[number]) => void,
	{ at, all = false }: { at: number; all?: boolean },
): Spoiling {
	return (answer, json) => {
		if (json === undefined) return answer;
		const copy: unknown = structuredClone(json);
		const wanted = places(copy).filter(({ name, is }) => which(name, is));
		const chosen = all ? wanted : wanted.slice(Math.floor(at * wanted.length)).slice(0, 1);
		for (const place of chosen) change(place);
		return withBody(answer, JSON.stringify(copy));
	};
}
