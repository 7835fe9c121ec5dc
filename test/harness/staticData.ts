import type { IDataObject, Workflow } from 'n8n-workflow';

/** The column of n8n's workflow table that holds static data: JSON, by workflow id. */
export class StaticDataStore {
	private readonly rows = new Map<string, string>();

	load(workflowId: string): IDataObject {
		return JSON.parse(this.rows.get(workflowId) ?? '{}') as IDataObject;
	}

	/** All that is stored. */
	all(): string[] {
		return [...this.rows.values()];
	}

	save(workflowId: string, data: IDataObject): void {
		this.rows.set(workflowId, JSON.stringify(data));
	}

	/** n8n saves a workflow's static data only when it is marked as changed, and clears the mark. */
	saveIfChanged({ id, staticData }: Workflow): void {
		if (staticData.__dataChanged !== true) return;
		this.save(id, staticData);
		staticData.__dataChanged = false;
	}
}
