import ts from 'typescript';
import { source } from './nodes';

/** Names of what holds a message: in a table of explanations, or just before it is thrown. */
const HOLDERS = ['message', 'refuse'];

/** Tables whose every entry is a message. */
const TABLES = ['UNREADABLE'];

/**
 * The messages that a file can show, apart from refusals of inputs, which name their field: texts
 * called `message`, and what errors are made of. `...` stands for what differs.
 */
export function messagesIn(file: string): string[] {
	const messages: string[] = [];
	const visit = (node: ts.Node): void => {
		for (const text of textsAt(node)) messages.push(text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, source(file), ts.ScriptTarget.ES2022, true));
	return [...new Set(messages)];
}

function textsAt(node: ts.Node): string[] {
	if (ts.isNewExpression(node) && node.expression.getText() === 'UserError') {
		return textsOf(node.arguments?.[0]);
	}
	if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return [];
	const { initializer } = node;
	const name = node.name.getText();
	if (TABLES.includes(name) && initializer && ts.isObjectLiteralExpression(initializer)) {
		return initializer.properties.flatMap((entry) =>
			ts.isPropertyAssignment(entry) ? textsOf(entry.initializer) : [],
		);
	}
	return HOLDERS.includes(name) ? textsOf(initializer) : [];
}

/** The text of a literal; nothing where it is put together elsewhere. */
function textsOf(expression: ts.Expression | undefined): string[] {
	if (expression === undefined) return [];
	if (ts.isStringLiteralLike(expression)) return [expression.text];
	if (!ts.isTemplateExpression(expression)) return [];
	const parts = [expression.head, ...expression.templateSpans.map(({ literal }) => literal)];
	return [parts.map(({ text }) => text).join('...')];
}
