import { n8n } from '../setup';
import { connectAccounts } from './connectAccounts';
import { findNodes } from './findNodes';
import { goThroughForms } from './goThroughForms';
import { lookAtTriggers } from './lookAtTriggers';
import { pickLists } from './pickLists';
import { runNodes } from './runNodes';
import { useEditor } from './stage';
import { switchThemes } from './switchThemes';
import type { VendorName } from './workflows';

// One browser and one page for all that is looked at: loading the editor takes longer than looking.

const vendors: VendorName[] = ['flexperto', 'iotum', 'vivoMeetings', 'apizee'];
/** The forms and pickers are the same in n8n 1, and so is their code: one vendor's pickers are enough. */
const isNewest = n8n.major === '2';

describe(`the editor of n8n ${n8n.major}`, () => {
	useEditor();

	describe('the nodes panel', findNodes);
	describe('the credentials', connectAccounts);
	describe.each(isNewest ? vendors : ['apizee' as const])('the pickers', pickLists);
	if (isNewest) describe.each(vendors)('the forms', goThroughForms);
	describe('the runs', runNodes);
	describe('the triggers', lookAtTriggers);
	describe('the themes', switchThemes);
});
