import { deliveriesTable } from '../deliveriesTable';
import type { ControlAction, VendorPage } from '../vendor';
import { allArchives } from './archiving';
import type { FlexpertoAccess } from './vendor';
import type { Platform } from './platform';
import { sessionDocuments } from './state';

const LATEST = 8;

const choices = [
	'Errors are JSON: { "message": "...", "errors": [{ "field", "message" }] }. 400 is a request of the wrong form, 409 the wrong moment or a duplicate, 410 something gone, 422 a value against a rule.',
	'Unknown body fields and query parameters are refused; a body must be application/json. Creating something answers 201.',
	'Users are managed by an administrator only. Roles are EXPERT, CUSTOMER and ADMIN. E-mail addresses are compared without regard to case.',
	'Without supressMails the mails are sent. Mails are recorded here, never delivered.',
	'An unconfirmed expert may not reserve meetings or begin contract sessions. An unknown x-user-id is answered with 403.',
	'Pages hold 20 users, 100 of anything else, and never more than 100: a higher limit is lowered, and the answer says so.',
	'A meeting needs both ends of its window and at least one participant, which may be empty. A window that ends before it begins is refused.',
	'Initiating a contract session gives its customer an account, unless the e-mail has one. mobile is optional.',
	'A contract session is handed over once, with at least one document; its signing page is served here.',
	'The list of contract sessions is where their paths begin. It and the list of documents have the envelope of the archives; the latter needs sessionId.',
	'Documents are PDF files. 50 MB are 50,000,000 bytes. A file is attached once and only to the session it was uploaded for.',
	'Upload host and object store refuse requests that carry an api-key or Authorization header.',
	'Signed documents, the documents archive and the audit report exist once everything is signed.',
	'The names of files in an archive, the contents of subject.meta, and the order of lists (oldest first).',
	'An archive can be claimed once, while AVAILABLE. A link to the object store works for 15 minutes.',
	'Registering a webhook answers 201 with the registration; audience is echoed, not interpreted. A URL registered twice is told twice. Notifications are unsigned and never repeated by themselves.',
];

/** The start page's part about Flexperto. */
export function flexpertoPage(platform: Platform, access: FlexpertoAccess): VendorPage {
	return {
		title: 'Flexperto',
		introduction:
			'Accounts, video calls, e-signature and conference archives of one tenant, as the vendor’s developer guide describes them.',
		credentials: [
			{ label: 'Base URL', value: access.baseUrl },
			{ label: 'API key (administrator)', value: access.apiKey },
			{ label: 'Tenant', value: access.tenant },
		],
		actions: [
			action('Create an expert', '/users', {}),
			action('Create a handed-over contract session', '/sessions', {
				documents: 2,
				handedOver: true,
			}),
			action('Finish a conference: archive in processing', '/conferences/finish', {}),
			action('Finish a conference: archive available', '/conferences/finish', { available: true }),
			action('Issue a key that has expired', '/keys', { expiresInDays: -1 }),
			action('Issue an expert’s key', '/keys', { role: 'EXPERT' }),
		],
		tables: [
			usersTable(platform),
			sessionsTable(platform),
			archivesTable(platform),
			mailsTable(platform),
			deliveriesTable('flexperto', 'Webhook deliveries', platform.state),
		],
		choices,
	};
}

function action(
	label: string,
	path: string,
	body?: unknown,
	method: ControlAction['method'] = 'POST',
): ControlAction {
	return { label, method, path: `/flexperto${path}`, body };
}

type Table = VendorPage['tables'][number];

function usersTable({ state }: Platform): Table {
	return {
		title: `Users (${state.accounts.size})`,
		empty: 'No users.',
		columns: ['Id', 'Name', 'E-mail', 'Roles', 'Confirmed'],
		rows: [...state.accounts.values()].slice(-LATEST).map((account) => ({
			cells: [
				String(account.id),
				`${account.firstName} ${account.lastName}`,
				account.email,
				account.roles.join(', '),
				account.confirmed ? 'yes' : 'no',
			],
			actions: [],
		})),
	};
}

function sessionsTable({ state }: Platform): Table {
	return {
		title: `Contract sessions (${state.sessions.size})`,
		empty: 'None yet.',
		columns: ['Id', 'Name', 'Signer', 'Method', 'Documents'],
		rows: [...state.sessions.values()].slice(-LATEST).map(({ record, handedOver }) => ({
			cells: [
				String(record.id),
				record.name,
				record.customer_name,
				record.method,
				sessionDocuments(state, record.id)
					.map((document) => `${document.record.name}: ${document.record.status}`)
					.join(', '),
			],
			actions:
				handedOver && !record.transaction_completed
					? [
							action('Sign', `/sessions/${record.id}/sign`),
							...(record.method === 'aes'
								? []
								: [action('Fail identification', `/sessions/${record.id}/fail`, {})]),
						]
					: [],
		})),
	};
}

function archivesTable(platform: Platform): Table {
	const archives = allArchives(platform);
	return {
		title: `Archives (${archives.length})`,
		empty: 'No conference has been finished yet.',
		columns: ['Id', 'Status', 'Updated', 'Checksum'],
		rows: archives.slice(-LATEST).map(({ record, corrupted }) => ({
			cells: [
				record.id,
				corrupted ? `${record.status}, file corrupted` : record.status,
				record.updatedAt,
				record.sha256CheckSum ? `${record.sha256CheckSum.slice(0, 12)}…` : '',
			],
			actions: [
				...(record.status === 'PROCESSING' ? ['AVAILABLE', 'FAILED'] : []).map((status) =>
					action(`Make ${status}`, `/archives/${record.id}/status`, { status }, 'PUT'),
				),
				...(record.status === 'AVAILABLE' && !corrupted
					? [action('Corrupt the file', `/archives/${record.id}/corrupt`)]
					: []),
			],
		})),
	};
}

function mailsTable({ state }: Platform): Table {
	return {
		title: `Mails (${state.mails.length})`,
		empty: 'None sent.',
		columns: ['Kind', 'To', 'Sent'],
		rows: state.mails
			.slice(-LATEST)
			.map(({ kind, to, sentAt }) => ({ cells: [kind, to, sentAt], actions: [] })),
	};
}
