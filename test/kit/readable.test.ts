import fc from 'fast-check';
import { NodeOperationError, UserError, type INode } from 'n8n-workflow';
import { itemError, refusal } from '../../nodes/kit/error';
import { readable } from '../../nodes/kit/readable';

// Messages repeat what was entered and what vendors say, which can be anything.

const node: INode = {
	id: 'node',
	name: 'Node',
	type: 'n8n-nodes-conferencing.sample',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const shown = (error: Error) => {
	const { message, description } = itemError(3, node, error);
	return { message, description };
};

it('a message is one line', () => {
	const { message } = shown(refusal('Role', 'is "a\r\nb\u0000c\u2028d"', 'Use one of: x'));
	expect(message).toBe('"Role" is "a b c d" [item 3]');
});

it('a half of a character is replaced', () => {
	expect(readable('is "asc\ud83d"')).toBe('is "asc\ufffd"');
	expect(readable('is "😀"')).toBe('is "😀"');
});

it('a long entry is cut where it stands, so that the rest can be read', () => {
	const { message } = shown(refusal('Phone', `has "${'1 '.repeat(5000)}", which is none`, 'Mend'));
	expect(message).toBe(`"Phone" has "${'1 '.repeat(50)}…", which is none [item 3]`);
});

it('a long address is cut, but not what follows it', () => {
	const description = `Check it. GET https://a.example/${'x'.repeat(5000)}: HTTP 404.`;
	const { description: told } = shown(new UserError('Sample said no', { description }));
	expect(told).toMatch(/^Check it\. GET https:\/\/a\.example\/x{150,}…: HTTP 404\.$/);
	const many = `GET ${'https://a.example/b'.repeat(80)}: HTTP 404.`;
	expect(readable(many)).toBe(`GET ${many.slice(4, 204)}…: HTTP 404.`);
});

it('what n8n says has a full stop too', () => {
	const error = new NodeOperationError(node, 'No file', { description: 'Check the name' });
	expect(shown(error).description).toBe('Check the name.');
});

it('is one line of bounded length whatever the text, and stays so', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', size: 'large' }), (text) => {
			const once = readable(text);
			expect(once).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
			expect([...once].length).toBeLessThanOrEqual(801);
			expect(readable(once)).toBe(once);
		}),
	);
});
