import { descriptionOf } from '../../contract/nodes';
import { everyProperty, operationsIn, shownFor } from '../../contract/properties';
import { seed } from '../figures';
import type { Named } from './form';
import { vendors, type OperationName } from './stage';

/** Operations beside the lists that may find nothing. */
const MAY_BE_EMPTY = ['host.getActiveCalls', 'ticket.getStatistics'];

/** Options that make all items of a run one piece of work. */
const JOINT = ['oneSessionForAllItems', 'sendAsOneRequest'];

const isOperation = (name: string): name is OperationName => name.includes('.');

/** What there is to know of an action node beforehand. */
export function knownOf(node: keyof typeof vendors) {
	const { properties } = descriptionOf(node);
	const labels = everyProperty(properties).map(({ property }) => property.displayName);
	const inputsOf = (name: string) => everyProperty(shownFor(properties, name));
	const has = (name: string, inputs: string[]) =>
		inputsOf(name).some(({ property }) => inputs.includes(property.name));
	const operations = operationsIn(properties).filter(isOperation);
	return {
		operations,
		/** The seed of a run: another one for each operation. */
		seedOf: (name: OperationName, run = 0) => (seed * 1000 + operations.indexOf(name)) * 1000 + run,
		properties: (name: string) => shownFor(properties, name),
		/** Whether an item may have no output. */
		mayBeEmpty: (name: string) => has(name, ['returnAll']) || MAY_BE_EMPTY.includes(name),
		named: (name: string): Named => ({
			vendor: vendors[node].title,
			labels: new Set(labels.flatMap((label) => [label, label.replace(/ Name or ID$/, '')])),
			isJoint: has(name, JOINT),
		}),
	};
}
