import type { INodeParameters } from 'n8n-workflow';

import { useApizee } from './setup';

const apizee = useApizee();

/** Creates a conference with such fields. */
const create = async (additionalFields: INodeParameters) =>
	await apizee().run('conference.create', {
		inputs: {
			participants: 'ada@example.com',
			additionalFields,
			options: { maxRetries: 0 },
		},
	});

const text = (length: number) => 'x'.repeat(length);
const digits = (length: number) => '1'.repeat(length);

const telephone = [
	'"Password" has other signs than a telephone',
	'Use digits and the signs * and # only, so that it can be dialled.',
];
const number = (label: string, bounds: string) => [
	`"${label}" is not usable`,
	`Enter a whole number of ${bounds}.`,
];
const reminder = number('Reminder (Minutes)', 'at least 1 and at most 60');
const duration = number('Duration (Minutes)', 'at least 1');
const templateId = number('Template ID', 'at least 1');
const moderator = ['"Moderator" must be text', expect.stringContaining('Map a single text')];
const time = ['"Start Time" is not a time', expect.stringContaining('Enter one such as')];
const flag = (label: string) => [
	`"${label}" must be true or false`,
	'Switch it on or off, or map true or false to it.',
];
const characters = (label: string, length: number, bounds: string) => [
	`"${label}" has ${length} characters`,
	`Enter ${bounds} characters.`,
];

it.each([
	['name', text(1), characters('Name', 1, '2 to 255')],
	['name', text(256), characters('Name', 256, '2 to 255')],
	['message', text(301), characters('Message', 301, '1 to 300')],
	['password', 'secret', telephone],
	['password', '12 34', telephone],
	['password', digits(256), telephone],
	['reminder', 0, reminder],
	['reminder', 61, reminder],
	['reminder', 1.5, reminder],
	['reminder', '', reminder],
	['reminder', '={{ "soon" }}', reminder],
	['duration', 0, duration],
	['duration', -30, duration],
	['duration', '={{ "0:30" }}', duration],
	['templateId', 0, templateId],
	['moderator', '={{ ["alice", "bruno"] }}', moderator],
	['moderator', { __rl: true, mode: 'id', value: '={{ { id: 1 } }}' }, moderator],
	['startTime', 'tomorrow', time],
	['startTime', '2030-02-30T10:00:00Z', time],
	['invite', '={{ "yes" }}', flag('Invite')],
	['moderation', '={{ 1 }}', flag('Moderation')],
	['open', '={{ "" }}', flag('Open to Everybody')],
	['ssoLink', '={{ null }}', flag('SSO Link')],
])('%s = %j is refused before anything is sent', async (field, value, [message, description]) => {
	const { error } = await create({ [field]: value });
	expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
	expect(await apizee().control.requests()).toEqual([]);
});

it('never repeats a password that is refused', async () => {
	const { error, logs } = await create({ password: '={{ "pist" + "achio" }}' });
	expect(error?.message).toBe('"Password" has other signs than a telephone [item 0]');
	expect(JSON.stringify([error, logs])).not.toContain('pistachio');
});

it.each([
	['name', text(2)],
	['name', text(255)],
	['message', text(1)],
	['message', text(300)],
	['password', digits(1)],
	['password', digits(255)],
	['password', '0*#'],
	['reminder', 1],
	['reminder', 60],
	['reminder', '={{ "15" }}'],
	['duration', 1],
	['duration', 1440],
	['invite', '={{ "true" }}'],
])('%s = %j is at the bounds of what the vendor takes', async (field, value) => {
	const { json, error } = await create({ [field]: value });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
});

it('counts characters as people do', async () => {
	const { error } = await create({ message: '🙂'.repeat(300), name: '🙂'.repeat(255) });
	expect(error).toBeUndefined();
	const short = await create({ name: '🙂' });
	expect(short.error?.message).toBe('"Name" has 1 characters [item 0]');
});

it('refuses all items when one is wrong, and goes on with the others with Continue On Fail', async () => {
	const { run, control, vendor } = apizee();
	const inputs = {
		participants: 'ada@example.com',
		additionalFields: { name: '={{ $json.name }}' },
	};
	const items = [{ name: 'First' }, { name: 'x' }, { name: 'Third' }];
	const stopped = await run('conference.create', { inputs, items });
	expect(stopped.error).toMatchObject({ itemIndex: 1 });
	expect(await control.requests()).toEqual([]);
	const { json } = await run('conference.create', { inputs, items, continueOnFail: true });
	expect(json).toMatchObject([
		{ name: 'First' },
		{ error: '"Name" has 1 characters [item 1]', message: 'Enter 2 to 255 characters.' },
		{ name: 'Third' },
	]);
	expect((await vendor.conferences()).map(({ name }) => name)).toContain('Third');
});
