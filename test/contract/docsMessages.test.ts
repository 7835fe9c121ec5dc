import { filesBelow } from './files';
import { messagesIn } from './messages';
import { source } from './nodes';

// docs/troubleshooting.md goes by message. A message that the code does not have any more is found
// here, and one that is new in the code.

const PAGE = 'docs/troubleshooting.md';

/** The messages of the page: what stands as code in the first column of its tables. */
const told = source(PAGE)
	.split('\n')
	.filter((line) => line.startsWith('| `'))
	.map((line) => /^\| (.*?)(?<!\\) +\|/.exec(line)?.[1] ?? '')
	.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message));

const code = [...filesBelow('nodes'), ...filesBelow('credentials')].filter((file) =>
	file.endsWith('.ts'),
);

/** A message without what differs from case to case: the words around `...`. */
const wordsOf = (message: string): string[] =>
	message
		.replace(/^\d{3}: /, '')
		.split('...')
		.map((part) => part.replaceAll(/^[\s":;,()]+|[\s":;,()]+$/g, ''))
		.filter((part) => part.length > 5);

const inCode = code.map((file) => source(file).replaceAll(/\s+/g, ' ')).join('\n');
const inPage = told.join('\n');

it.each(told)('the code has: %s', (message) => {
	const words = wordsOf(message);
	expect(words).not.toEqual([]);
	expect(words.filter((part) => !inCode.includes(part))).toEqual([]);
});

const messages = code.flatMap((file) => messagesIn(file).map((message) => ({ file, message })));

it('reads the messages of the code, or the checks below could not fail', () => {
	expect(told.length).toBeGreaterThan(80);
	expect(messages.length).toBeGreaterThan(60);
});

it.each(messages)('the page has, of $file: $message', ({ message }) => {
	const words = wordsOf(message);
	expect(words.filter((part) => !inPage.includes(part))).toEqual([]);
});
