import type { SandboxControl } from '../../../sandbox/control';
import type { FaultAnswer } from '../../../sandbox/faults';
import { useApizee } from '../../Apizee/setup';
import { playApizee } from '../../contract/scenarios/apizee';
import { playEnterpriseApi } from '../../contract/scenarios/enterpriseApi';
import { play } from '../../contract/scenarios/flexperto';
import { ofEnterpriseApi, vendors } from '../../contract/scenarios/stages';
import { scopes } from '../../contract/scope';
import { useFlexperto } from '../../Flexperto/setup';
import { useIotum, useVivoMeetings } from '../../Iotum/setup';
import { failing } from './failing';

/** What a vendor's nodes do, and how to do it while the vendor fails. */
export interface Player {
	/** Every operation, trigger, credential and picker. */
	names: string[];
	/** One stage for a test file. */
	use(): () => Playing;
}

export interface Playing {
	/** Does it as it should be. */
	play(name: string): Promise<unknown>;
	/**
	 * Does it while a request meets a fault, the first when `after` is 0; gives how many have met it.
	 * What fails then is of no interest here.
	 */
	playFailing(name: string, answer: FaultAnswer, after: number): Promise<number>;
}

/** A player of those who are set up so. */
function player<S extends Parameters<typeof failing>[0]>(
	vendor: string,
	use: () => () => S,
	act: (name: string, setup: S) => Promise<unknown>,
): Player {
	return {
		names: vendors[vendor]?.names ?? [],
		use() {
			const started = use();
			return () => ({
				play: async (name) => await act(name, started()),
				async playFailing(name, answer, after) {
					const { setup, met } = failing(started(), answer, after);
					await act(name, setup).catch(() => undefined);
					return await met();
				},
			});
		},
	};
}

/** As if nothing had been done before: what earlier plays have left would be looked at again. */
const anew =
	<S extends { control: SandboxControl }>(act: (name: string, setup: S) => Promise<unknown>) =>
	async (name: string, setup: S) => {
		await setup.control.reset();
		return await act(name, setup);
	};

/** The players by vendor. */
export const players: Record<string, Player> = {
	flexperto: player('flexperto', () => useFlexperto(), anew(play)),
	iotum: player(
		'iotum',
		() => useIotum(ofEnterpriseApi),
		anew(async (name, setup) => await playEnterpriseApi('iotum', name, scopes.iotum, setup)),
	),
	vivoMeetings: player(
		'vivoMeetings',
		() => useVivoMeetings(ofEnterpriseApi),
		anew(
			async (name, setup) =>
				await playEnterpriseApi('vivoMeetings', name, scopes.vivoMeetings, setup),
		),
	),
	apizee: player(
		'apizee',
		() => useApizee(),
		async (name, setup) => await playApizee(name, scopes.apizee, setup),
	),
};
