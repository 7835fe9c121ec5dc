import { useFlexperto } from '../Flexperto/setup';
import { IN_DOUBT, requestLine, runWith } from './calls';

// Good statuses with JSON of another shape: nothing of it may be taken for a result.

const flexperto = useFlexperto();

const json = (body: string, status: number) => ({
	kind: 'status' as const,
	status,
	headers: { 'content-type': 'application/json' },
	body,
});
const NEXT = 'Check the address in the credential, and proxies on the way. ';

it.each(['{"id": 1}', '{"items": {}}', '{"items": null}', 'true', '7'])(
	'a list is expected, but %s comes',
	async (body) => {
		const setup = flexperto();
		const result = await runWith(setup, 'user.getAll', json(body, 200));
		const { status, items, error, attempts } = result;
		expect({ status, items, attempts }).toEqual({ status: 'error', items: [], attempts: 1 });
		expect(error?.message).toBe('Flexperto sent something that is not a list [item 0]');
		expect(error?.description).toBe(`${NEXT}${requestLine(setup, 'user.getAll')}: HTTP 200.`);
	},
);

it.each(['[]', '[{"id": 1}]', 'true', '7'])(
	'a record is expected, but %s comes, and the meeting may be reserved',
	async (body) => {
		const setup = flexperto();
		const reserved = { ...json(body, 201), when: 'after' as const };
		const result = await runWith(setup, 'meeting.reserve', reserved);
		const { status, items, error, attempts } = result;
		expect({ status, items, attempts }).toEqual({ status: 'error', items: [], attempts: 1 });
		expect(error?.message).toBe('Flexperto sent something that is not a record [item 0]');
		expect(error?.description).toBe(
			`${NEXT}${IN_DOUBT}${requestLine(setup, 'meeting.reserve')}: HTTP 201.`,
		);
	},
);

it.each(['"text"', 'null', '{"id": 1', 'OK'])('%s is no data either', async (body) => {
	const setup = flexperto();
	const { status, items, error } = await runWith(setup, 'meeting.reserve', json(body, 200));
	expect({ status, items }).toEqual({ status: 'error', items: [] });
	expect(error?.message).toMatch(/^Flexperto sent an (empty answer|answer that is incomplete) \[/);
	expect(error?.description).toContain(IN_DOUBT);
});
