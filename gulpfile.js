const { rm } = require('node:fs/promises');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const { relative, dirname, join } = require('node:path');
const { Transform } = require('node:stream');
const esbuild = require('esbuild');
const { dest, parallel, series, src, watch } = require('gulp');

/** Libraries that n8n does not give to community nodes: they are bundled into dist/vendor. */
const BUNDLED = ['rrule'];

/** Removes what an earlier build left. */
const clean = async () => await rm('dist', { recursive: true, force: true });

/** Compiles nodes and credentials; type errors end the build. */
async function compile() {
	const compiler = require.resolve('typescript/bin/tsc');
	const run = promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json']);
	await run.catch(({ stdout }) => {
		throw new Error(stdout);
	});
}

/** Bundles each library, once, and makes the compiled files load the bundles. */
const bundle = series(
	async function bundleLibraries() {
		await esbuild.build({
			entryPoints: BUNDLED,
			outdir: 'dist/vendor',
			bundle: true,
			minify: true,
			platform: 'node',
			target: 'node20',
			format: 'cjs',
		});
	},
	function linkLibraries() {
		return src('dist/{nodes,credentials}/**/*.js')
			.pipe(eachFile(loadingBundles))
			.pipe(dest(({ base }) => base));
	},
);

function loadingBundles(path, code) {
	return BUNDLED.reduce((linked, library) => {
		const bundled = relative(dirname(path), join(__dirname, 'dist/vendor', library));
		return linked.replaceAll(`require("${library}")`, `require("${bundled}")`);
	}, code);
}

const eachFile = (change) =>
	new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			file.contents = Buffer.from(change(file.path, file.contents.toString()));
			done(null, file);
		},
	});

/** Copies the licences of the libraries, which ask to be handed on with them. */
const licences = () =>
	src(
		BUNDLED.map((library) => `node_modules/${library}/LICEN[CS]E*`),
		{ base: 'node_modules' },
	).pipe(dest('dist/vendor'));

/** Copies the icons to where nodes and credentials look for them. */
const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

/** Copies the codex files, from which the editor takes categories, aliases and links. */
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

/** Copies what the editor shows of an operation's output before it has run, without blanks. */
const outputSchemas = () =>
	src('nodes/*/__schema__/**/*.json')
		.pipe(eachFile((_path, text) => JSON.stringify(JSON.parse(text))))
		.pipe(dest('dist/nodes'));

const build = series(clean, parallel(compile, licences, icons, codex, outputSchemas), bundle);

module.exports = {
	build,
	default: build,
	/** Builds again after each change. */
	watch: series(build, () => watch(['nodes/**', 'credentials/**', 'icons/**'], build)),
};
