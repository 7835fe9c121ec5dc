import { choice } from '../../kit/choice';
import { email } from '../../kit/email';
import { text, when } from '../../kit/field';
import { company, host, reference, timeZone } from '../fields';
import { contacts } from '../pickers';

const OWNERS = { company: 'A Company', host: 'A Host', ownCompany: 'Your Own Company' };

const ofHost = { ownerType: ['host'] };

/** Whose contacts are meant. Source: seed 002, "Contacts": host_id, company_id, or neither. */
export const owner = {
	ownerType: choice('Owner', OWNERS, {
		default: 'host',
		description:
			'A host’s contacts are seen by that host, a company’s by all its hosts. "Your Own Company" needs the credential of a company admin.',
	}),
	listCompanyId: { ...host.listCompanyId, showWhen: ofHost },
	hostId: when(ofHost, host.hostId),
	companyId: when({ ownerType: ['company'] }, company.companyId),
};

/** The owner as it is sent; the choice itself is not. */
export const owned = ({ hostId, companyId }: { hostId?: number; companyId?: number }) => ({
	hostId,
	companyId,
});

export const contact = {
	...owner,
	contactId: reference('Contact', contacts, { required: true, placeholder: 'e.g. 35' }),
};

const phone = (label: string) => text(label, { placeholder: 'e.g. +491711234567' });

const phones = {
	businessPhone: phone('Business Phone'),
	homePhone: phone('Home Phone'),
	mobilePhone: phone('Mobile Phone'),
	otherPhone: phone('Other Phone'),
};

export const changedPerson = { name: text('Name'), email: email('Email'), ...phones, timeZone };

export const newPerson = {
	name: text('Name', { required: true }),
	email: email('Email', { required: true }),
	...phones,
	timeZone,
};
