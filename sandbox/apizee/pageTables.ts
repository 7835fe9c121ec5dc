import { deliveriesTable } from '../deliveriesTable';
import type { ControlAction, VendorPage } from '../vendor';
import { countedNow } from './access/quota';
import { statusOf } from './conferences/conference';
import { stamp, type Platform } from './platform';
import { userOf } from './tickets/ticket';

const LATEST = 8;

type Table = VendorPage['tables'][number];

/** What the start page shows of the present state. */
export function pageTables(platform: Platform): Table[] {
	return [
		quotaTable(platform),
		ticketsTable(platform),
		conferencesTable(platform),
		mediasTable(platform),
		invitationsTable(platform),
		deliveriesTable('apizee', 'Apizee: webhook deliveries', platform.state),
	];
}

/** A request to Apizee's part of the control API. */
export function action(
	label: string,
	path: string,
	body?: unknown,
	method: ControlAction['method'] = 'POST',
): ControlAction {
	return { label, method, path: `/apizee${path}`, body };
}

function quotaTable(platform: Platform): Table {
	const { quota, quotaUse } = platform.state;
	return {
		title: `Apizee: quota (${quota.enabled ? `${quota.limit} in ${quota.seconds} seconds` : 'off'})`,
		empty: 'No requests yet.',
		columns: ['User', 'Now', 'Requests', 'Refused'],
		rows: [...quotaUse].slice(-LATEST).map(([username, use]) => ({
			cells: [username, countedNow(platform, use), use.requests, use.refused].map(String),
			actions: [],
		})),
	};
}

function ticketsTable(platform: Platform): Table {
	const { tickets } = platform.state;
	return {
		title: `Apizee: tickets (${tickets.size})`,
		empty: 'None.',
		columns: ['Id', 'Reference', 'Agent', 'Contact', 'State'],
		rows: [...tickets.values()].slice(-LATEST).map((ticket) => ({
			cells: [
				String(ticket.id),
				ticket.reference ?? '',
				userOf(platform, ticket.agentId).name,
				ticket.phone ?? ticket.email ?? '',
				ticket.state,
			],
			actions: [
				ticket.state === 'inprogress'
					? action('Finish', `/tickets/${ticket.id}/state`, { state: 'done' }, 'PUT')
					: action('Begin', `/tickets/${ticket.id}/state`, { state: 'inprogress' }, 'PUT'),
			],
		})),
	};
}

function conferencesTable(platform: Platform): Table {
	const { conferences } = platform.state;
	return {
		title: `Apizee: conferences (${conferences.size})`,
		empty: 'None.',
		columns: ['Id', 'Name', 'Start', 'Status'],
		rows: [...conferences.values()].slice(-LATEST).map((conference) => {
			const { id, name, start } = conference;
			const status = statusOf(platform, conference);
			return {
				cells: [String(id), name, stamp(start), status],
				actions:
					status === 'scheduled'
						? [action('Start', `/conferences/${id}/start`)]
						: status === 'ongoing'
							? [action('End with a recording', `/conferences/${id}/end`, { recording: true })]
							: [],
			};
		}),
	};
}

function mediasTable({ state }: Platform): Table {
	return {
		title: `Apizee: medias (${state.medias.size})`,
		empty: 'None.',
		columns: ['Id', 'Of', 'File', 'Status'],
		rows: [...state.medias.values()].slice(-LATEST).map((media) => ({
			cells: [
				String(media.id),
				media.ticketId === undefined
					? `conference ${media.conferenceId}`
					: `ticket ${media.ticketId}`,
				media.filename,
				media.status,
			],
			actions: [],
		})),
	};
}

function invitationsTable({ state }: Platform): Table {
	return {
		title: `Apizee: invitations (${state.invitations.length})`,
		empty: 'None sent.',
		columns: ['To', 'By', 'For', 'Sent'],
		rows: state.invitations.slice(-LATEST).map(({ to, channel, object, objectId, sentAt }) => ({
			cells: [to, channel, `${object} ${objectId}`, sentAt],
			actions: [],
		})),
	};
}
