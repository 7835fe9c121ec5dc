import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './nodes';

// What is installed for tools and tests is what was tried: each package with its checksum, from the npm registry
// that is set up, and in step with package.json, as `npm ci` wants it.

interface LockedPackage {
	version?: string;
	resolved?: string;
	integrity?: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

interface LockFile {
	version?: string;
	lockfileVersion: number;
	packages: Record<string, LockedPackage>;
}

type Manifest = Pick<LockedPackage, 'dependencies' | 'devDependencies'> & { version?: string };

const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The place of a package as Node.js finds it from another one; `undefined` when it is in none. */
function placeOf(name: string, from: string, packages: LockFile['packages']): string | undefined {
	const places = from.split('/node_modules/').map((_part, index, parts) => {
		const above = parts.slice(0, parts.length - index).join('/node_modules/');
		return `${above}/node_modules/${name}`;
	});
	return [...places, `node_modules/${name}`].find((place) => place in packages);
}

/** Dependencies of a package that the lock file does not have. */
function missing({ packages }: LockFile): string[] {
	return Object.entries(packages).flatMap(([place, { dependencies = {} }]) =>
		Object.keys(dependencies)
			.filter((name) => placeOf(name, place, packages) === undefined)
			.map((name) => `${place} needs ${name}`),
	);
}

/** Packages without a checksum, or from elsewhere than a registry. */
const unchecked = ({ packages }: LockFile): string[] =>
	Object.entries(packages)
		.filter(([place]) => place !== '')
		.filter(
			([, { integrity = '', resolved = 'https://registry.npmjs.org/' }]) =>
				!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ||
				!resolved.startsWith('https://registry.npmjs.org/'),
		)
		.map(([place]) => place);

describe.each(['.', 'playground', 'scripts/n8n/1', 'scripts/n8n/2'])('%s', (folder) => {
	const lock = read<LockFile>(`${folder}/package-lock.json`);
	const manifest = read<Manifest>(`${folder}/package.json`);

	it('has a checksum for each package, and takes none from elsewhere', () => {
		expect(lock.lockfileVersion).toBe(3);
		expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
		expect(unchecked(lock)).toEqual([]);
	});

	it('is in step with package.json, whose versions are exact', () => {
		const { dependencies, devDependencies, version } = lock.packages[''] ?? {};
		expect([lock.version, version]).toEqual([manifest.version, manifest.version]);
		expect({ dependencies, devDependencies }).toEqual({
			dependencies: manifest.dependencies,
			devDependencies: manifest.devDependencies,
		});
		for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
			const { version: locked } = lock.packages[`node_modules/${name}`] ?? {};
			expect({ name, locked }).toEqual({ name, locked: wanted });
		}
	});

	it('has every package that another one needs', () => {
		expect(missing(lock)).toEqual([]);
	});
});

it('notices a package without a checksum, from elsewhere, or left out', () => {
	const integrity = `sha512-${'a'.repeat(86)}==`;
	const packages = {
		'': { dependencies: { one: '1.0.0' } },
		'node_modules/one': { integrity, dependencies: { two: '1.0.0', three: '1.0.0' } },
		'node_modules/one/node_modules/two': { resolved: 'https://registry.npmjs.org/two.tgz' },
		'node_modules/four': { integrity, resolved: 'git+ssh://git@example.com/four.git' },
	};
	const lock = { lockfileVersion: 3, packages };
	expect(unchecked(lock)).toEqual(['node_modules/one/node_modules/two', 'node_modules/four']);
	expect(missing(lock)).toEqual(['node_modules/one needs three']);
});
