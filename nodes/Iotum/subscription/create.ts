import { choice, flag, whole } from '../../kit/choice';
import { additionalFields } from '../../kit/collection';
import { refusal } from '../../kit/error';
import { notice } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { company, number, product } from '../fields';
import { wire } from '../wire';

const CHANGES = {
	switchCurrent: 'Switch From the Current Plan',
	replace: 'Replace One Plan',
	keep: 'Keep All Plans',
};

export const hostLimit = whole('Host Limit', {
	default: 10,
	minimum: 1,
	description: 'How many hosts may have it. Only for products that are paid for each host.',
});

export const create = operation({
	name: 'Create',
	action: 'Create a subscription',
	description: 'Subscribe a company to a plan or an add-on',
	docs: 'seed 002, "Subscriptions" (subscription/create)',
	fields: {
		planNotice: notice(
			'Subscribing to a plan cancels the current plan of the company, unless Additional Fields > Plan Change says otherwise.',
		),
		...company,
		...product,
		additionalFields: additionalFields({
			hostLimit,
			planChange: choice('Plan Change', CHANGES, {
				default: 'switchCurrent',
				description: 'What becomes of the plans that the company has',
			}),
			subscribeAllHosts: flag(
				'Subscribe All Hosts',
				true,
				'Whether all hosts of the company get it at once. They do unless this is turned off.',
			),
			switchPlan: number('Plan to Replace', {
				description:
					'The ID of the subscription that is canceled, for Plan Change "Replace One Plan"',
			}),
		}),
	},
	repeatable: false,
	answers: 'anything',
	request({ companyId, slug, additionalFields }) {
		const { planChange = 'switchCurrent', switchPlan, ...others } = additionalFields;
		const body = { companyId, slug, ...others, ...switched(planChange, switchPlan) };
		return post(path`/subscription/create`, { body: wire(body) });
	},
	output: (_body, { companyId, slug }) => ({ success: true, companyId, slug }),
});

/** The vendor switches from the current plan when nothing is said, and keeps all when told `null`. */
function switched(planChange: string, switchPlan: number | undefined) {
	const replaces = planChange === 'replace';
	if (replaces && switchPlan === undefined) {
		throw refusal('Plan to Replace', 'is empty', 'Enter the ID of the subscription to cancel');
	}
	if (!replaces && switchPlan !== undefined) {
		const next = 'Set "Plan Change" to "Replace One Plan", or remove this field';
		throw refusal('Plan to Replace', 'is filled in, but no plan is to be replaced', next);
	}
	if (replaces) return { switchPlan };
	return planChange === 'keep' ? { switchPlan: null } : {};
}
