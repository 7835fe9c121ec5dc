import axios from 'axios';
import type { RunResult } from '../test/harness/result';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const SUBDOMAIN = 'example-bank';

const items = (run: RunResult, name: string) =>
	run.outputs[name]?.[0]?.map(({ json }) => json) ?? [];

/** A customer of a reseller gets a company, a plan and accounts; a second run changes nothing. */
export async function onboardCompany(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { iotum } = sandbox.control;
	report.chapter(
		'Iotum: a company is onboarded',
		'examples/onboard-company.workflow.json',
		'Example Bank is a new customer of a reseller: it gets a company, the large plan, and an account for each of three people, with a link that signs them in.',
	);
	const workflow = example('onboard-company');
	const run = await engine.run(workflow);
	const companyId = Number(items(run, 'Company')[0]?.companyId);
	const links = items(run, 'Links for the People');
	report.node(run, 'Create Company', `company ${companyId}`);
	report.node(run, 'Subscribe to Plan', String(items(run, 'Subscribe to Plan')[0]?.slug));
	report.node(run, 'Provision Host', links.map(({ name }) => name).join(', '));
	report.node(run, 'Links for the People', `${shortened(links[0]?.signInLink)} and 2 more`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const state = async () => ({
		companies: (await iotum.companies()).filter(({ subdomain }) => subdomain === SUBDOMAIN),
		plans: (await iotum.subscriptions()).filter((one) => one.companyId === companyId),
		hosts: (await iotum.hosts()).filter((host) => host.companyId === companyId),
	});
	const before = await state();
	report.check(
		`Iotum has one company with the subdomain ${SUBDOMAIN}`,
		before.companies.map(({ id, name }) => [id, name]),
		[[companyId, 'Example Bank']],
	);
	report.check(
		'It has switched from the default plan to the large one, for three hosts',
		before.plans.map(({ slug, status, hostLimit }) => [slug, status, hostLimit]),
		[
			['small_plan', 'Canceled', undefined],
			['large_plan', 'Active', 3],
		],
	);
	report.check(
		'Each person has an account, the first one as an administrator',
		before.hosts.map(({ settings }) => [settings.email, settings.role]),
		[
			['carla.weber@bank.example', 'COMPANY_ADMIN'],
			['anna.berger@bank.example', 'HOST'],
			['jonas.klein@bank.example', 'HOST'],
		],
	);
	report.check(
		'Each link signs its owner in and leads to the calendar',
		await Promise.all(links.map(async ({ signInLink }) => await signIn(signInLink))),
		links.map(() => `302 ${sandbox.iotum.baseUrl}/conf/calls/upcoming`),
	);

	report.say('The workflow runs once more, as after a failure or with a person added.');
	const again = await engine.run(workflow);
	report.node(again, 'Get Company', `company ${items(again, 'Company')[0]?.companyId}, found`);
	report.node(again, 'Subscribe to Plan', 'has the plan already');
	report.node(again, 'Provision Host', 'found, and brought to what is entered');
	report.blank();
	const after = await state();
	report.check('Company, plan and accounts are as they were', after, before);
	report.check(
		'The links are the same',
		items(again, 'Links for the People').map(({ signInLink }) => signInLink),
		links.map(({ signInLink }) => signInLink),
	);
}

/** What a browser is answered that opens the link. */
async function signIn(link: unknown): Promise<string> {
	const { status, headers } = await axios.get(String(link), {
		proxy: false,
		maxRedirects: 0,
		validateStatus: () => true,
	});
	return `${status} ${headers.location}`;
}

/** A link without the key in it, which signs its owner in. */
const shortened = (link: unknown) => String(link).replace(/(key=.{4}).*/, '$1...');
