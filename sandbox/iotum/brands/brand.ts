import type { Role } from '../types';

/** A JSON schema. */
export type Schema = Record<string, unknown>;
export type Fields = Record<string, Schema>;

/** Roles that may use the API at all (section 1.3: a host may host conferences only). */
export type AdministratorRole = Exclude<Role, 'HOST'>;

/** What an endpoint accepts and whom. */
export interface EndpointDefinition {
	/** POST unless the document says otherwise. */
	method?: 'POST' | 'PUT';
	roles: readonly AdministratorRole[];
	required?: Fields;
	optional?: Fields;
	/** Status of success, 200 by default. */
	status?: number;
	/** Fields of the answer by name; all that the platform has when absent. */
	answer?: readonly string[];
}

/** Endpoints by path below `/enterprise_api/`. One that is absent does not exist in the brand. */
export type Endpoints = Record<string, EndpointDefinition>;

/** In what the two brands of the platform differ. */
export interface Brand {
	/** Name in the request log, in faults, in the control API's paths and in addresses. */
	name: 'iotum' | 'vivoMeetings';
	title: string;
	/** Fields of the sign-in, which needs all of them. */
	signInFields: Fields;
	/** An auth_token expires this many minutes after its last successful use. */
	sessionMinutes: number;
	endpoints: Endpoints;
	/** Whether a new company is subscribed to the reseller's default product by itself. */
	subscribesNewCompanies: boolean;
	/** Whether a webhook delivery is signed with a fixed token, dated, and names the company. */
	signsWebhooks: boolean;
	/** Names of the events webhooks are told about. */
	webhookEvents: readonly string[];
}

export const RESELLER_ADMIN: readonly AdministratorRole[] = ['RESELLER_ADMIN'];
export const ADMINISTRATORS: readonly AdministratorRole[] = ['RESELLER_ADMIN', 'COMPANY_ADMIN'];
