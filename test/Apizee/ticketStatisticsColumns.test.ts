import type { IDataObject } from 'n8n-workflow';

import { useApizee } from './setup';
import { rows } from './statisticsRows';

const apizee = useApizee();

/** The vendor's sample, column by column: its name, its value, and its name here. */
const SAMPLE: Array<[column: string, value: IDataObject[string], key: string]> = [
	['ID', 821793, 'id'],
	['Ref', 1234, 'reference'],
	['Description', '', 'description'],
	['Priorité', 'Immédiat', 'priority'],
	['Demandeur', 'xx', 'requester'],
	['Contact', '+33612345678', 'contact'],
	['Etat', 'Fermé', 'state'],
	['Assigné à', 'Agent 1', 'assigned_to'],
	['Groupe', 'Support', 'group'],
	['Type', null, 'type'],
	['Date de début de session', '2023-07-13 18:03:13', 'session_start'],
	['Date de fin', '2023-07-13 18:33:13', 'session_end'],
	['Répondues', 'non', 'answered'],
	["Nombre d'invitations", 0, 'invitations'],
	["Nombre d'invitations email", 0, 'email_invitations'],
	["Nombre d'invitations SMS", 1, 'sms_invitations'],
	['Nombre Appels', 1, 'calls'],
	['Durée totale des appels (secondes)', 335, 'total_call_seconds'],
	['Photos', 1, 'photos'],
	['Vidéos', 0, 'videos'],
	['Identifiant', 'agent1@apizee.com', 'agent_login'],
	['Service', 'Tickets', 'service'],
	['Scans', 0, 'scans'],
	['Appareil', 'K', 'device'],
	["Système d'exploitation", 'Android 10', 'operating_system'],
	['Navigateur', 'Chrome 114.0.0.0', 'browser'],
];

const sample = Object.fromEntries(SAMPLE.map(([column, value]) => [column, value]));

describe('the rows', () => {
	it('have all 26 columns of the sample in English and in their order, with their values', async () => {
		const [row = {}] = await rows(apizee(), [sample]);
		expect(Object.entries(row)).toEqual(SAMPLE.map(([, value, key]) => [key, value]));
		expect(SAMPLE).toHaveLength(26);
	});

	it.each(SAMPLE)('have %s (%j) as %s', async (column, value, key) => {
		expect(await rows(apizee(), [{ [column]: value }])).toEqual([{ [key]: value }]);
	});

	it('have the names of the vendor when the user wants them', async () => {
		expect(await rows(apizee(), [sample], { englishKeys: false })).toEqual([sample]);
	});

	it('keep a column that is not known under its own name, where it stands', async () => {
		const row = { ID: 1, 'Note du client': '5/5', Photos: 2, '': 'x', constructor: 'y' };
		const [read = {}] = await rows(apizee(), [row]);
		expect(Object.entries(read)).toEqual([
			['id', 1],
			['Note du client', '5/5'],
			['photos', 2],
			['', 'x'],
			['constructor', 'y'],
		]);
	});

	it('know a column whatever its accents, apostrophes and capitals are made of', async () => {
		const row = {
			'Dure\u0301e totale des appels (secondes)': 335,
			'Nombre d’invitations SMS': 1,
			'ASSIGNÉ À': 'Agent 1',
			' Vidéos ': 2,
		};
		expect(await rows(apizee(), [row])).toEqual([
			{
				total_call_seconds: 335,
				sms_invitations: 1,
				assigned_to: 'Agent 1',
				videos: 2,
			},
		]);
	});
});
