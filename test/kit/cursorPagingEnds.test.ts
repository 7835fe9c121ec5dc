import { upTo, useCursorList } from './cursorList';
import { entriesOf, type Respond } from './sampleServer';

// Lists whose cursors lead in a circle must come to an end, and not with half of the records.

const { sample, askedPages, getMany } = useCursorList();

describe('a vendor whose pages never end', () => {
	const INCOMPLETE = {
		message: 'Sample gave the same page twice instead of the next one [item 0]',
		description: 'The list is incomplete. Narrow it with a filter, or turn Return All off.',
	};

	/** Runs Return All, and stops it should it go on for ever. */
	async function endless(respond: Respond) {
		const { server } = sample();
		const stop = new AbortController();
		server.answers((request) => {
			if (server.received().length === 30) stop.abort();
			return respond(request);
		});
		const result = await getMany(undefined, { signal: stop.signal });
		return { ...result, asked: server.received().length };
	}

	it('gives the same page twice', async () => {
		const { items, error, asked } = await endless(() => ({
			body: { things: upTo(2), next_page: 2 },
		}));
		expect({ items, asked }).toEqual({ items: [], asked: 2 });
		expect(error).toMatchObject(INCOMPLETE);
	});

	it('gives an empty page that names itself as the next', async () => {
		const { asked, error } = await endless(() => ({ body: { things: [], next_page: 2 } }));
		expect(asked).toBeLessThan(30);
		expect(error).toMatchObject(INCOMPLETE);
	});

	it('gives two pages in turn', async () => {
		const { asked, error } = await endless((request) => {
			const isOdd = entriesOf(request).page !== 2;
			return { body: { things: [{ id: isOdd ? 1 : 2 }], next_page: isOdd ? 2 : 1 } };
		});
		expect(asked).toBeLessThan(30);
		expect(error).toMatchObject(INCOMPLETE);
	});

	it('does no harm where a limit is reached before', async () => {
		sample().server.answers(() => ({ body: { things: upTo(2), next_page: 2 } }));
		expect((await getMany(2)).json).toEqual(upTo(2));
		expect(askedPages()).toHaveLength(1);
	});
});
