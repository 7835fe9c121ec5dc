import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { StaticDataStore } from '../../harness/staticData';

/** Static data that outlives the process: as in n8n's database, it is stored at once and wholly. */
export class StaticDataFile extends StaticDataStore {
	constructor(private readonly folder: string) {
		super();
	}

	override load(workflowId: string): IDataObject {
		const file = this.file(workflowId);
		return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	}

	override save(workflowId: string, data: IDataObject): void {
		const file = this.file(workflowId);
		writeFileSync(`${file}.new`, JSON.stringify(data));
		renameSync(`${file}.new`, file);
	}

	private file(workflowId: string): string {
		return join(this.folder, `static-data-${encodeURIComponent(workflowId)}.json`);
	}
}
