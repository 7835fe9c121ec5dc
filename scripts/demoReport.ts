import { isDeepStrictEqual, styleText } from 'node:util';
import type { RunResult } from '../test/harness/result';

/** What the demo tells on the terminal: what happened, what was checked, and a table at the end. */
export interface Report {
	/** Begins a chapter about a workflow file. `story` says in plain words what is about to happen. */
	chapter(title: string, source: string, story: string): void;
	say(text: string): void;
	/** An empty line. */
	blank(): void;
	/** What a node of a workflow handed on: how many items, and what is worth seeing of them. */
	node(run: RunResult, name: string, what: string): void;
	/** A claim with what was found and what it has to be. Only this prints a tick. */
	check(claim: string, found: unknown, expected: unknown): void;
	/** A chapter that ended with an error. */
	failed(error: unknown): void;
	/** Prints the table and returns whether every check passed. */
	summary(): boolean;
}

interface Chapter {
	title: string;
	checks: number;
	failures: number;
}

const WIDTH = 98;

type Style = Parameters<typeof styleText>[0];

const colourful = process.stdout.isTTY === true && !process.env.NO_COLOR;

const styled = (style: Style, text: string) => (colourful ? styleText(style, text) : text);

/** @param print where a line of the report goes */
export function createReport(print = (line = '') => console.log(line)): Report {
	const chapters: Chapter[] = [];
	const current = () => {
		const chapter = chapters.at(-1);
		if (!chapter) throw new Error('The demo has not begun a chapter');
		return chapter;
	};

	function fail(claim: string, details: string[]): void {
		current().failures++;
		print(`  ${styled('red', '✗')} ${claim}`);
		for (const detail of details) print(`      ${detail}`);
	}

	return {
		chapter(title, source, story) {
			chapters.push({ title, checks: 0, failures: 0 });
			print(`\n${styled('bold', `${chapters.length}  ${title}`)}`);
			if (source !== '') print(`   ${styled('dim', source)}`);
			for (const line of wrapped(story)) print(`   ${line}`);
			print();
		},
		say(text) {
			print();
			for (const line of wrapped(text)) print(`   ${line}`);
			print();
		},
		blank() {
			print();
		},
		node({ outputs }, name, what) {
			const count = outputs[name]?.[0]?.length ?? 0;
			const items = `${count} ${count === 1 ? 'item' : 'items'}`;
			const [first = '', ...more] = wrapped(what, WIDTH - 45);
			print(`  ${styled('cyan', '•')} ${name.padEnd(30)} ${items.padEnd(8)} ${first}`);
			for (const line of more) print(`${' '.repeat(44)}${line}`);
		},
		check(claim, found, expected) {
			current().checks++;
			if (isDeepStrictEqual(found, expected)) print(`  ${styled('green', '✓')} ${claim}`);
			else fail(claim, [`expected: ${show(expected)}`, `found:    ${show(found)}`]);
		},
		failed(error) {
			current().checks++;
			fail('This chapter could not be finished', [
				error instanceof Error ? (error.stack ?? error.message) : String(error),
			]);
		},
		summary() {
			const rows = chapters.map(({ title, checks, failures }, index) => {
				const verdict = failures === 0 ? styled('green', 'done') : styled('red', 'FAILED');
				return `   ${String(index + 1).padEnd(2)}  ${title.padEnd(62)} ${`${checks - failures} of ${checks}`.padEnd(10)} ${verdict}`;
			});
			print(`\n${styled('bold', `   ${'Summary'.padEnd(66)} Checks`)}`);
			print(`   ${'─'.repeat(WIDTH - 8)}`);
			for (const row of rows) print(row);
			return chapters.length > 0 && chapters.every(({ failures }) => failures === 0);
		},
	};
}

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A text in lines of at most `width` characters, broken between words. */
function wrapped(text: string, width = WIDTH - 3): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > width) {
			lines.push(line);
			line = '';
		}
		line += line === '' ? word : ` ${word}`;
	}
	return [...lines, line];
}
