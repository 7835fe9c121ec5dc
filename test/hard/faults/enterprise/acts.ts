import type { Kind } from '../act';
import type { Brand, EnterpriseAct } from './common';
import { provisions } from './provisions';
import { reads } from './reads';
import { uploads } from './uploads';
import { downloading, writes } from './writes';

/** Everything of a brand that meets faults. */
export const actsOf = (brand: Brand, vendor: string): EnterpriseAct[] => [
	...reads(brand).filter(({ kind }) => missing[brand][kind] === undefined),
	...writes,
	downloading(vendor),
	...(brand === 'iotum' ? uploads : []),
	...provisions,
];

/** The kinds that a brand does not have, with the reason. */
export const missing: Record<Brand, Partial<Record<Kind, string>>> = {
	iotum: { 'trigger registration': 'the vendor sets webhooks up, not the node' },
	vivoMeetings: {
		'trigger registration': 'the vendor sets webhooks up, not the node',
		upload: 'the vendor has no drive',
		'list, page 2': 'the vendor gives its lists whole',
	},
};
