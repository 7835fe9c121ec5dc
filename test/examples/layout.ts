import type { INode } from 'n8n-workflow';

export const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';

/** The extent of a node on the canvas: a note has its size or n8n's, any other node a square of 96. */
export function box(node: INode) {
	const [left, top] = node.position;
	const usual = isNote(node) ? { width: 240, height: 160 } : { width: 96, height: 96 };
	const { width, height } = { ...usual, ...(node.parameters as Partial<typeof usual>) };
	return { left, top, right: left + width, bottom: top + height };
}

type Box = ReturnType<typeof box>;

export const apart = (one: Box, other: Box) =>
	one.right <= other.left ||
	other.right <= one.left ||
	one.bottom <= other.top ||
	other.bottom <= one.top;

/** The first line of a note and two of text need 112. */
export const behind = (note: Box, node: Box) =>
	note.left <= node.left &&
	node.right <= note.right &&
	note.top + 112 <= node.top &&
	node.bottom <= note.bottom;

export const pairs = <T>(list: T[]): Array<[T, T]> =>
	list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
