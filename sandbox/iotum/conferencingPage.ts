import { deliveriesTable } from '../deliveriesTable';
import type { ControlAction, VendorPage } from '../vendor';
import { isActive, isLive, isPast } from './conferences/moments';
import type { Conference } from './conferences/types';
import { localTime } from './conferences/times';
import type { Platform } from './platform';

const LATEST = 8;

/** Behaviours of the conferencing half that no document settles. */
const choices = [
	'conference/create needs one of participants, participant_emails and participant_hosts; the first two exclude each other. Unlike hosts and contacts, conference/update needs all fields that are not called optional; the control API can have partial updates accepted.',
	'A conference whose end has passed cannot be scheduled or changed; one that is over or being held cannot be cancelled. Only active ones can be ended, called from or written into.',
	'The master is the first conference of a series and counts for COUNT, also where the rule would not have it. UNTIL and COUNT exclude each other. An update of the master leaves what is past or cancelled as it is. A master that is over can be updated and cancelled while something of its series is to come: it stays as it was held, only what is to come changes, by start and rule as given.',
	'A schedule given to a single conference makes a series of it. The rule is shown with its fields in a fixed order.',
	'Lists with pages are a bare array up to ten records, else { conferences, next_page }; a cursor belongs to the list it came from. Past conferences come latest first, coming ones earliest first, call records by their start.',
	'Fields that seed 004 marks as unreleased are refused, except where a sample request has them. It names no pages, so its lists come whole.',
	'A conference without reservation lasts an hour and is not among the scheduled ones. A cancelled conference can be fetched and is past from its scheduled end.',
	'The detailed output invents nothing but the form of transcription segments. In host/conferences and fetch_all, participants is a number.',
	'Recordings and files are on another host, which refuses credentials. Upload URLs work for an hour, until the upload is finished, and need a content length.',
	'A drive file is listed once its upload is finished. Files that cannot be presented are unsupported; others stay in processing until the control API says otherwise.',
	'Webhooks are told once and never again by themselves. one_time_access_code_reused has the payload of conference_start.',
];

/** The start page's part about conferences, recordings, the drive and chats. */
export function conferencingPage(
	platform: Platform,
): Pick<VendorPage, 'actions' | 'tables' | 'choices'> {
	const { brand } = platform;
	return {
		actions: [
			action(platform, 'Add a scheduled conference', '/conferences', {}),
			action(platform, 'Add 25 past conferences', '/conferences', {
				count: 25,
				held: true,
				guests: 2,
				recordings: 1,
			}),
			action(platform, 'Send conference_end', '/events', { event: 'conference_end' }),
		],
		tables: [
			conferencesTable(platform),
			recordingsTable(platform),
			driveTable(platform),
			deliveriesTable(brand.name, `${brand.title}: webhook deliveries`, platform.state),
		],
		choices,
	};
}

type Table = VendorPage['tables'][number];

function action({ brand }: Platform, label: string, path: string, body?: unknown): ControlAction {
	return { label, method: 'POST', path: `/${brand.name}${path}`, body };
}

function conferencesTable(platform: Platform): Table {
	const { conferences } = platform.state;
	return {
		title: `${platform.brand.title}: conferences (${conferences.size})`,
		empty: 'None.',
		columns: ['Id', 'Host', 'Subject', 'Start', 'State'],
		rows: [...conferences.values()].slice(-LATEST).map((conference) => {
			const { id, hostId, settings, start } = conference;
			const at = `/conferences/${id}`;
			return {
				cells: [
					String(id),
					String(hostId),
					settings.subject,
					`${localTime(start, settings.time_zone)} ${settings.time_zone}`,
					stateOf(platform, conference),
				],
				actions: isLive(conference)
					? [action(platform, 'End', `${at}/end`)]
					: isPast(platform, conference) || conference.cancelled
						? []
						: [action(platform, 'Start', `${at}/start`)],
			};
		}),
	};
}

function stateOf(platform: Platform, conference: Conference): string {
	if (conference.cancelled) return 'cancelled';
	if (isPast(platform, conference)) return 'over';
	return isActive(platform, conference) ? 'active' : 'scheduled';
}

function recordingsTable(platform: Platform): Table {
	const recordings = [...platform.state.conferences.values()].flatMap(({ id, recordings }) =>
		recordings.map((recording) => ({ conferenceId: id, ...recording })),
	);
	return {
		title: `${platform.brand.title}: recordings (${recordings.length})`,
		empty: 'None.',
		columns: ['Id', 'Conference', 'Type', 'State'],
		rows: recordings.slice(-LATEST).map(({ id, conferenceId, type, publishingState }) => ({
			cells: [String(id), String(conferenceId), type, publishingState],
			actions:
				publishingState === 'processing'
					? [action(platform, 'Publish', `/recordings/${id}/publish`)]
					: [action(platform, 'Transcribe', `/recordings/${id}/transcribe`, {})],
		})),
	};
}

function driveTable({ brand, state }: Platform): Table {
	return {
		title: `${brand.title}: drive files (${state.driveFiles.size})`,
		empty: 'None.',
		columns: ['Id', 'Host', 'Name', 'State'],
		rows: [...state.driveFiles.values()]
			.slice(-LATEST)
			.map(({ id, hostId, filename, finished, presentationStatus }) => ({
				cells: [
					String(id),
					String(hostId),
					filename,
					finished ? presentationStatus : 'upload not finished',
				],
				actions: [],
			})),
	};
}
