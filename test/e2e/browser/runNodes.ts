import { eventually } from '../eventually';
import { see } from '../setup';
import { shows } from './stage';
import { byId, workflowOf } from './workflows';

/** What a node gives is in the table; what is missing or wrong is said at the input and after the run. */
export function runNodes(): void {
	shows('each action node is run and shows its table', async (stage) => {
		const { editor, credentials, sandbox, show } = stage;
		await sandbox.control.reset();
		await sandbox.control.apizee.setQuota({ enabled: false });
		await sandbox.control.flexperto.createArchives({ count: 3 });
		await sandbox.control.apizee.addTickets({ count: 2, reference: 'CASE-7' });
		const list = (resource: string, more = {}) => ({ resource, operation: 'getAll', ...more });
		const runs = [
			{ type: 'flexperto', parameters: list('archive'), column: 'status', rows: 3 },
			{
				type: 'iotum',
				parameters: list('host', { filters: { companyId: byId(5) } }),
				column: 'email',
				rows: 3,
			},
			{ type: 'vivoMeetings', parameters: list('host'), column: 'email', rows: 3 },
			{ type: 'apizee', parameters: list('ticket'), column: 'reference', rows: 4 },
		] as const;
		for (const { type, parameters, column, rows } of runs) {
			const look = { name: type, type, parameters, credentials: credentials[type] };
			await show(workflowOf(`Run ${type}`, [look]));
			const view = await editor.openNode(type);
			const shown = await view.execute();
			expect(shown.columns).toContain(column);
			expect(shown.rows).toHaveLength(rows);
			await view.close();
			see('run', type);
		}
	});

	shows('a field error says what is wrong and what to do', async (stage) => {
		const { editor, credentials, show } = stage;
		const parameters = {
			resource: 'conference',
			operation: 'previewSchedule',
			start: '2026-03-29T02:30:00',
			timeZone: 'Europe/Berlin',
			schedule: 'FREQ=YEARLY',
		};
		const look = { name: 'Preview', type: 'vivoMeetings', parameters };
		await show(workflowOf('Field errors', [{ ...look, credentials: credentials.vivoMeetings }]));
		const view = await editor.openNode('Preview');
		const { error } = await view.execute();
		expect(error?.message).toContain('2026-03-29 02:30:00, which does not exist in Europe/Berlin');
		expect(error?.description).toContain('Enter the one you mean with its offset');
		await eventually(async () => {
			expect(editor.newProblems().join()).toContain('Problem in node');
		});

		await view.fill('schedule', '');
		expect(await view.issue('schedule')).toContain('Parameter "Schedule" is required');
		await view.close();
	});
}
