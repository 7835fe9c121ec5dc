import type { INodeParameters } from 'n8n-workflow';

import { received } from './requests';
import type { Setup } from './setup';

type Conference = Awaited<ReturnType<Setup['vendor']['conference']>>;

/** What tests of series have in common. */
export const seriesOf = (iotum: () => Setup) => ({
	/** A series of four conferences; gives their numbers, the master's first. */
	async add(): Promise<[number, number, number, number]> {
		const { control, vendor } = iotum();
		await control.setClock('2026-01-10T09:00:00Z');
		await vendor.acceptPartialUpdates(true);
		const start = '2026-02-02T10:00:00Z';
		await vendor.addConferences({ start, schedule: 'FREQ=DAILY;COUNT=4', subject: 'Savings' });
		const [a = 0, b = 0, c = 0, d = 0] = await this.now(({ id }) => id);
		await control.clearRequests();
		return [a, b, c, d];
	},

	/** Something of each conference of the series as the vendor has them now. */
	async now<T>(of: (conference: Conference) => T): Promise<T[]> {
		const conferences = await iotum().vendor.conferences();
		return conferences.filter((conference) => conference.series).map(of);
	},

	/** Updates or cancels a conference; gives the output and the requests. */
	async run(operation: 'update' | 'cancel', conferenceId: number, inputs: INodeParameters) {
		const { run, control } = iotum();
		const { error, json } = await run(`conference.${operation}`, {
			inputs: { conferenceId, ...inputs },
		});
		return { error, json, requests: received(await control.requests()) };
	},
});

/** Another subject. */
export const change = { updateFields: { subject: 'Loans' } };

export const wholeSeries = { options: { applyTo: 'series' } };
