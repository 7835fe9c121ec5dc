import type { FastifyInstance } from 'fastify';
import type { Caller } from '../access/caller';
import { endpoint } from '../endpoint';
import { Refusal } from '../errors';
import { addHost, changeHost, mail, removeHost, type HostFields } from '../accounts/hosts';
import { hostSummary, hostView } from '../accounts/hostView';
import type { Platform } from '../platform';
import { findHost, requestedCompany } from '../access/scope';
import { hostsOf } from '../state';
import type { Role } from '../types';

interface NewHost extends HostFields {
	company_id?: number;
	no_welcome_email?: boolean;
	name: string;
	email: string;
}

/** Section 6, except for a host's conferences. */
export function hostRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint<NewHost>(app, platform, 'host/create', ({ body, caller }) => {
		// Seed 002: no_login implies no_welcome_email.
		const { company_id, no_welcome_email = body.no_login, ...fields } = body;
		const company = requestedCompany(platform, caller, company_id);
		requireGrantable(caller, body.role);
		const { name, email, role = 'HOST' } = body;
		const host = addHost(platform, company.id, { name, email, role });
		try {
			changeHost(platform, host, fields);
		} catch (error) {
			removeHost(platform, host);
			throw error;
		}
		if (!no_welcome_email) mail(platform, host, 'welcome');
		return hostView(platform, host);
	});

	endpoint<{ host_id: number }>(app, platform, 'host/fetch', ({ body, caller }) =>
		hostView(platform, findHost(platform, caller, body.host_id)),
	);

	endpoint<HostFields & { host_id: number; company_id?: number }>(
		app,
		platform,
		'host/update',
		({ body, caller }) => {
			const { host_id, company_id, ...fields } = body;
			const host = findHost(platform, caller, host_id);
			// Seed 002 calls it the company the host belongs to, and nothing says that a host can move.
			if (company_id !== undefined && company_id !== host.companyId) {
				throw new Refusal(422, `Host ${host_id} does not belong to company ${company_id}`);
			}
			requireGrantable(caller, body.role);
			changeHost(platform, host, fields);
			return hostView(platform, host);
		},
	);

	/** Neither document names a body: section 1.2, a dictionary with a message, holds. */
	endpoint<{ host_id: number }>(app, platform, 'host/delete', ({ body, caller }) => {
		const host = findHost(platform, caller, body.host_id);
		if (host === caller.host) throw new Refusal(422, 'You cannot delete your own account');
		removeHost(platform, host);
		return { message: 'OK' };
	});

	endpoint<{ host_id: number }>(app, platform, 'host/resend_invitation', ({ body, caller }) => {
		mail(platform, findHost(platform, caller, body.host_id), 'welcome');
		return { message: 'OK' };
	});

	endpoint<{ host_id: number }>(app, platform, 'host/reset_password', ({ body, caller }) => {
		mail(platform, findHost(platform, caller, body.host_id), 'password reset');
		return { message: 'OK' };
	});

	endpoint<{ company_id?: number }>(app, platform, 'host/fetch_all', ({ body, caller }) => {
		const company = requestedCompany(platform, caller, body.company_id);
		return hostsOf(platform.state, company.id).map((host) => hostSummary(platform, host));
	});
}

/** Section 6.1: only Reseller Admins grant the Reseller Admin role. */
function requireGrantable(caller: Caller, role: Role | undefined): void {
	if (role === 'RESELLER_ADMIN' && caller.role !== 'RESELLER_ADMIN') {
		throw new Refusal(403, 'Only a Reseller Admin can grant the role RESELLER_ADMIN');
	}
}
