import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getActiveCalls } from './getActiveCalls';
import { getAll } from './getAll';
import { getCallRecords } from './getCallRecords';
import { getConferences } from './getConferences';
import { getSignInLink } from './getSignInLink';
import { provision } from './provision';
import { resendInvitation } from './resendInvitation';
import { resetPassword } from './resetPassword';
import { update } from './update';

export const host = {
	name: 'Host',
	operations: {
		create,
		delete: remove,
		get,
		getActiveCalls,
		getAll,
		getCallRecords,
		getConferences,
		getSignInLink,
		provision,
		resendInvitation,
		resetPassword,
		update,
	},
};
