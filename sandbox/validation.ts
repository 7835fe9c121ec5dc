import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifyInstance } from 'fastify';

const compilerFor = AjvCompiler();

/**
 * Has requests checked as they are, without conversions. A validator is compiled when its route is first
 * used, and kept for the next sandbox: a start needs few of the hundreds.
 */
export function validateRequests(app: FastifyInstance, { discriminator = false } = {}): void {
	const compile = compilerFor(
		{},
		{
			customOptions: {
				removeAdditional: false,
				coerceTypes: false,
				allErrors: true,
				allowUnionTypes: true,
				discriminator,
			},
		},
	);
	app.setValidatorCompiler((route) => {
		let validate: ReturnType<typeof compile> | undefined;
		return (data: unknown) => {
			validate ??= compile(route);
			return validate(data) === true ? { value: data } : { error: validate.errors ?? [] };
		};
	});
}
