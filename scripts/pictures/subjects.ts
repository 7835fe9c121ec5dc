import { byId, workflowOf } from '../../test/e2e/browser/workflows';
import { examples } from './examples';
import {
	addExperts,
	form,
	formAndOutput,
	listOfHosts,
	opened,
	shot,
	trigger,
	WINDOW,
	type Picture,
} from './studio';

/** The pictures of the documentation by the names of their files. */
export const pictures: Record<string, Picture> = {
	'nodes-panel': async (studio) => {
		const { client, editor } = studio;
		const { id } = await client.importWorkflow(workflowOf('A new workflow', []));
		await editor.showWorkflow(id);
		await editor.nodesPanel.open();
		await editor.nodesPanel.search('video consultation');
		await editor.nodesPanel.entry('VivoMeetings').waitFor();
		return await shot(editor, { x: 1056, y: 65, width: 384, height: 735 });
	},
	'credential-test': async ({ editor, sandbox: { apizee } }) => {
		const dialog = await editor.newCredential('Apizee API');
		const { username, password } = apizee.agent;
		await dialog.fill({ baseUrl: apizee.baseUrl, username, password });
		await dialog.save();
		const box = await dialog.dialog.boundingBox();
		const picture = await shot(editor, box ?? WINDOW);
		await dialog.close();
		return picture;
	},
	'flexperto-node': async (studio) => {
		const { client, credentials, editor, sandbox } = studio;
		await sandbox.control.flexperto.createArchives({ count: 3 });
		const of = { type: 'flexperto', credentials: credentials.flexperto };
		const workflow = workflowOf('Claim archives', [
			{ ...of, name: 'Get Archives', parameters: { resource: 'archive', operation: 'getAll' } },
			{
				...of,
				name: 'Download',
				parameters: {
					resource: 'archive',
					operation: 'download',
					archiveId: byId('={{ $json.id }}'),
				},
			},
		]);
		workflow.connections = {
			Start: { main: [[{ node: 'Get Archives', type: 'main', index: 0 }]] },
			'Get Archives': { main: [[{ node: 'Download', type: 'main', index: 0 }]] },
		};
		const { id } = await client.importWorkflow(workflow);
		await editor.showWorkflow(id);
		const view = await editor.openNode('Download');
		await view.run();
		return await shot(editor, WINDOW);
	},
	'flexperto-picker': async (studio) => {
		await addExperts(studio);
		const view = await opened(studio, 'flexperto', 'flexperto', 'Confirm an E-Mail', {
			resource: 'user',
			operation: 'confirmEmail',
		});
		const picker = await view.openPicker('userId');
		await picker.count(5);
		return await shot(studio.editor, form(520));
	},
	'flexperto-output': async (studio) => {
		await addExperts(studio);
		const view = await opened(studio, 'flexperto', 'flexperto', 'Get Users', {
			resource: 'user',
			operation: 'getAll',
		});
		await view.execute();
		return await shot(studio.editor, WINDOW);
	},
	'flexperto-trigger': trigger('flexperto', 'Trigger', 'Flexperto Trigger', 430),
	'flexperto-polling-trigger': trigger('flexperto', 'PollingTrigger', 'Flexperto Polling', 440),
	'iotum-node': async (studio) => {
		await opened(studio, 'iotum', 'iotum', 'Create a Conference', {
			resource: 'conference',
			operation: 'create',
			listCompanyId: { ...byId(5), mode: 'list', cachedResultName: 'The Acme Company (acme)' },
			hostId: {
				...byId(52),
				mode: 'list',
				cachedResultName: 'Hanna Host (hanna.host@iotum.example)',
			},
			subject: 'Annual review',
			start: '2026-10-20T10:00:00',
			timeZone: 'Europe/Berlin',
		});
		return await shot(studio.editor, form(655));
	},
	'iotum-dark': async (studio) => {
		const view = await opened(studio, 'iotum', 'iotum', 'Get Hosts', listOfHosts);
		await view.execute();
		await studio.editor.theme('dark');
		const picture = await shot(studio.editor, WINDOW);
		await studio.editor.theme('light');
		return picture;
	},
	'iotum-trigger': trigger('iotum', 'Trigger', 'Iotum Trigger', 540),
	'iotum-polling-trigger': trigger('iotum', 'PollingTrigger', 'Iotum Polling', 675),
	'vivomeetings-preview': async (studio) => {
		const view = await opened(studio, 'vivoMeetings', 'vivoMeetings', 'Preview a Schedule', {
			resource: 'conference',
			operation: 'previewSchedule',
			start: '2026-10-20T10:00:00',
			timeZone: 'Europe/Berlin',
			schedule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
		});
		await view.execute();
		return await shot(studio.editor, formAndOutput(565));
	},
	'vivomeetings-trigger': trigger('vivoMeetings', 'Trigger', 'VivoMeetings Trigger', 540),
	'vivomeetings-polling-trigger': trigger(
		'vivoMeetings',
		'PollingTrigger',
		'VivoMeetings Polling',
		675,
	),
	'apizee-node': async (studio) => {
		const view = await opened(studio, 'apizee', 'apizee', 'Invite a Customer', {
			resource: 'ticket',
			operation: 'createOrGet',
			agent: {
				__rl: true,
				mode: 'list',
				value: 'alice.agent@apizee.example',
				cachedResultName: 'Alice Agent (alice.agent@apizee.example)',
			},
			phone: '+33612345678',
			reference: 'CASE-1234',
			additionalFields: { invite: true },
		});
		await view.execute();
		return await shot(studio.editor, formAndOutput(684));
	},
	'apizee-trigger': trigger('apizee', 'Trigger', 'Apizee Trigger', 560),
	'apizee-polling-trigger': trigger('apizee', 'PollingTrigger', 'Apizee Polling', 440),
	...examples,
};
