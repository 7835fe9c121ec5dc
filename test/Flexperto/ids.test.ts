import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { useFlexperto } from './setup';
import { newSession } from './signing';

const flexperto = useFlexperto();

const ACTING = ['actingUserId', 'Act as User'];
const OPTIONAL_ACTING = ['options.actingUserId', 'Act as User'];
const SESSION = ['sessionId', 'Contract Session'];
const ARCHIVE = ['archiveId', 'Archive'];
const MEETING = ['additionalFields.meetingId', 'Meeting ID'];

/** Every input that takes an ID, by operation: where it is, and its label. */
const inputsWithIds: Record<string, string[][]> = {
	'archive.abandon': [ARCHIVE],
	'archive.download': [ARCHIVE],
	'archive.get': [ARCHIVE],
	'contractSession.attachDocument': [ACTING, SESSION, ['fileId', 'File ID']],
	'contractSession.downloadArchive': [ACTING, SESSION],
	'contractSession.downloadAuditReport': [ACTING, SESSION],
	'contractSession.get': [SESSION, OPTIONAL_ACTING],
	'contractSession.getAll': [OPTIONAL_ACTING],
	'contractSession.getUploadUrl': [ACTING, SESSION],
	'contractSession.handOver': [ACTING, SESSION],
	'contractSession.initiate': [ACTING, MEETING],
	'contractSession.prepare': [
		ACTING,
		MEETING,
		['additionalFields.resumeSessionId', 'Resume Session ID'],
	],
	'contractSession.uploadDocument': [ACTING, SESSION],
	'document.download': [['documentId', 'Document'], OPTIONAL_ACTING],
	'document.getAll': [SESSION, OPTIONAL_ACTING],
	'meeting.reserve': [ACTING],
	'user.confirmEmail': [['userId', 'User'], OPTIONAL_ACTING],
	'user.create': [OPTIONAL_ACTING],
	'user.getAll': [OPTIONAL_ACTING],
	'user.provision': [OPTIONAL_ACTING],
};

/** What would reach another call, break a request, or is no ID at all. */
const HOSTILE = [
	'../me',
	'..',
	'.',
	'a/b',
	'a\\b',
	'%2e%2e',
	'%2F',
	'a?b',
	'a#b',
	'a b',
	'a\nb',
	'a\r\nx-user-id: 1',
	'undefined',
	'null',
	'[object Object]',
	'ä',
];

/** Good values for everything, so that the ID alone is wrong. */
const GOOD: INodeParameters = {
	...newSession,
	archiveId: 'a1',
	actingUserId: '2',
	sessionId: '3',
	fileId: 'f4',
	documentId: '5',
	userId: '6',
	accessLinkNotBefore: '2026-03-01T10:00Z',
	accessLinkValidUntil: '2026-03-01T11:00Z',
	email: 'nathan@example.com',
	firstName: 'Nathan',
	lastName: 'Smith',
	roles: ['EXPERT'],
};

function withInput(path: string, value: INodeParameters[string]): INodeParameters {
	const [name = '', inner] = path.split('.');
	return { ...GOOD, [name]: inner === undefined ? value : { [inner]: value } };
}

type Form = [string, INodeParameters[string]];
const TEXT: Form = ['as text', '={{ $json.id }}'];
const BY_ID: Form = ['by ID', { __rl: true, mode: 'id', value: '={{ $json.id }}' }];
const FROM_LIST: Form = ['from the list', { __rl: true, mode: 'list', value: '={{ $json.id }}' }];

const cases = Object.entries(inputsWithIds).flatMap(([operation, inputs]) =>
	inputs.map(([path = '', label = '']) => ({ operation, path, label })),
);

describe.each(cases)('$operation, "$label"', ({ operation, path, label }) => {
	const run = async (values: Array<string | object>, value: INodeParameters[string]) => {
		const [resource, name] = operation.split('.');
		return await flexperto().run(`${resource}.${name}`, {
			inputs: withInput(path, value),
			items: values.map((id) => ({ json: { id } })),
			continueOnFail: true,
		});
	};
	const isText = path === 'fileId' || path.startsWith('additionalFields.');
	const problem = label === 'Meeting ID' ? 'is not a number' : 'is not an ID';

	it.each(isText ? [TEXT] : [TEXT, BY_ID, FROM_LIST])(
		'%s: refuses what is no ID before anything is sent',
		async (_, value) => {
			const { json } = await run(HOSTILE, value);
			expect(json).toEqual(
				HOSTILE.map((_id, item) => ({
					error: `"${label}" ${problem} [item ${item}]`,
					message: expect.stringMatching(/^Enter (the ID alone|one such as)/),
				})),
			);
			expect(await flexperto().control.requests()).toEqual([]);
		},
	);

	it('refuses an object', async () => {
		const { json } = await run([{}], '={{ $json.id }}');
		expect(json).toMatchObject([{ error: `"${label}" must be text [item 0]` }]);
	});

	if (!path.includes('.')) {
		it('refuses to be empty before anything is sent', async () => {
			const { json } = await run(['', ' ', '\n'], '={{ $json.id }}');
			expect(json.map(({ error }) => error)).toEqual(
				[0, 1, 2].map((item) => `"${label}" is empty [item ${item}]`),
			);
			expect(await flexperto().control.requests()).toEqual([]);
		});
	}
});

it('has a case for every input of the node that is picked from a list', () => {
	const pickers = ({ type, name, options = [] }: INodeProperties): string[] =>
		type === 'resourceLocator'
			? [name]
			: options.flatMap((option) =>
					'type' in option ? pickers(option).map((inner) => `${name}.${inner}`) : [],
				);
	const { properties } = new Flexperto().description;
	const found = properties.flatMap((property) => {
		const { resource = [], operation = [] } = property.displayOptions?.show ?? {};
		return pickers(property)
			.filter((path) => path !== 'listSessionId')
			.flatMap((path) => operation.map((name) => `${resource[0]}.${name} ${path}`));
	});
	const covered = cases.map(({ operation, path }) => `${operation} ${path}`);
	expect(found.filter((input) => !covered.includes(input))).toEqual([]);
	expect(found).toHaveLength(cases.length - 4);
});
