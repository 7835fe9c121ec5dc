// Lints a package folder with the configuration of n8n's own scanner and prints every finding, warnings
// included, as JSON. A process of its own, because the scanner is an ES module.
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [folder = '.'] = process.argv.slice(2);
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(['nodes/**/*.ts']);
const findings = results.flatMap(({ messages, source = '' }) =>
	messages.map(({ ruleId, message, line }) => ({
		ruleId,
		message,
		text: source.split('\n')[line - 1],
	})),
);
console.log(JSON.stringify({ files: results.length, findings }));
