import type { IDataObject } from 'n8n-workflow';

/** The columns of the vendor's statistics by the names they have here. Source: seed 003, the sample. */
const COLUMNS = {
	ID: 'id',
	Ref: 'reference',
	Description: 'description',
	Priorité: 'priority',
	Demandeur: 'requester',
	Contact: 'contact',
	Etat: 'state',
	'Assigné à': 'assigned_to',
	Groupe: 'group',
	Type: 'type',
	'Date de début de session': 'session_start',
	'Date de fin': 'session_end',
	Répondues: 'answered',
	"Nombre d'invitations": 'invitations',
	"Nombre d'invitations email": 'email_invitations',
	"Nombre d'invitations SMS": 'sms_invitations',
	'Nombre Appels': 'calls',
	'Durée totale des appels (secondes)': 'total_call_seconds',
	Photos: 'photos',
	Vidéos: 'videos',
	Identifiant: 'agent_login',
	Service: 'service',
	Scans: 'scans',
	Appareil: 'device',
	"Système d'exploitation": 'operating_system',
	Navigateur: 'browser',
};

/** The columns that hold wall times, by both their names. */
export const TIMES = ['session_start', 'session_end', 'Date de début de session', 'Date de fin'];

/** A column however its accents are composed, its apostrophe is written and its letters are cased. */
const plain = (column: string) => column.normalize('NFC').replaceAll('’', "'").trim().toLowerCase();

const ENGLISH = new Map(Object.entries(COLUMNS).map(([column, key]) => [plain(column), key]));

/** A row with English keys; a column that is not known keeps its name. */
export const inEnglish = (row: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(row).map(([column, value]) => [ENGLISH.get(plain(column)) ?? column, value]),
	);
