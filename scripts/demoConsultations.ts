import { openLink } from './demoCalls';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** A series of consultations: previewed, scheduled, and one page for each date. */
export async function scheduleConsultations(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { vivoMeetings } = sandbox.control;
	report.chapter(
		'VivoMeetings: an adviser and a customer meet every week',
		'examples/recurring-consultations.workflow.json',
		'John Doe wants to see Hanna Host each Tuesday, six times. The dates are looked at before anything is sent.',
	);
	const run = await engine.run(example('recurring-consultations'));
	const items = (name: string) => run.outputs[name]?.[0]?.map(({ json }) => json) ?? [];
	const dates = items('Preview Schedule');
	const invitations = items('Invitations');
	const days = dates.map(({ wallTime }) => String(wallTime).slice(0, 10));
	report.node(run, 'Preview Schedule', days.join(', '));
	report.node(run, 'Schedule Series', `conference ${items('Schedule Series')[0]?.conference_id}`);
	report.node(run, 'Invitations', `${invitations[0]?.dateInWords}; ${invitations[0]?.room}`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	report.check(
		'The dates are six Tuesdays',
		dates.map(({ weekday }) => weekday),
		Array.from({ length: 6 }, () => 'Tuesday'),
	);
	const series = (await vivoMeetings.conferences()).filter(
		({ settings }) => settings.subject === 'Portfolio review',
	);
	report.check(
		'VivoMeetings has exactly the conferences that were previewed',
		series.map(({ start }) => start),
		dates.map(({ start }) => Date.parse(String(start))),
	);
	const wallTimes = invitations.map(({ dateInWords }) => String(dateInWords).slice(-5));
	report.check(
		'It is ten o’clock in Berlin each time, whatever the clocks do in between',
		wallTimes,
		dates.map(() => '10:00'),
	);
	const [john] = (await vivoMeetings.contacts()).filter(
		({ fields }) => fields.email === 'john.doe@example.com',
	);
	const invited = series.filter(({ invitations }) =>
		invitations.some(({ contactId, moderator }) => contactId === john?.id && !moderator),
	);
	report.check('John Doe is invited to each, not as a moderator', invited.length, dates.length);
	const pages = await Promise.all(
		invitations.map(async ({ room }) => (await openLink(room)).status),
	);
	report.check(
		'Each room opens',
		pages,
		dates.map(() => 200),
	);
	report.check(
		'The HTML shows the room and has John Doe’s name in it',
		invitations.map(({ html, room }) => String(html).includes(`src="${room}?name=John+Doe"`)),
		dates.map(() => true),
	);
}
