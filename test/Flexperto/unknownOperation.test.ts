import { useFlexperto } from './setup';

const flexperto = useFlexperto();

// An expression, an imported workflow or a later version of the node can name what is not there.

it.each([
	['user.remove', 'The operation "remove" of "user" does not exist'],
	['user.constructor', 'The operation "constructor" of "user" does not exist'],
	['recording.getAll', 'The operation "" of "recording" does not exist'],
	['constructor.getAll', 'The operation "" of "constructor" does not exist'],
] as const)('%s is refused before anything is sent', async (name, message) => {
	const { run, control } = flexperto();
	const { error } = await run(name);
	expect(error).toMatchObject({
		message,
		description: 'Choose a resource and an operation from the lists.',
	});
	expect(await control.requests()).toEqual([]);
});
