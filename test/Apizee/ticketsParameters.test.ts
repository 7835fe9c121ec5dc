import type { INodeParameters } from 'n8n-workflow';

import { PEOPLE, people } from './createOrGet';
import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

const OPERATIONS = [
	['ticket.create', {}, '', 'additionalFields'],
	['ticket.createOrGet', { reference: 'CASE-1' }, '&reference=CASE-1', 'additionalFields'],
] as const;

describe.each(OPERATIONS)('custom parameters of %s', (name, more, reference, collection) => {
	const run = async (values: INodeParameters[], fields = {}) =>
		await apizee().run(name, {
			inputs: {
				...people,
				...more,
				[collection]: { ...fields, customParameters: { values } },
			},
		});
	const posts = async () =>
		received(await apizee().control.requests()).filter((one) => one.startsWith('POST'));

	it('stand in the query after the fields, under their own names', async () => {
		const { json, error } = await run([
			{ name: 'language', value: 'fr' },
			{ name: 'subject', value: 'Water damage & more?' },
			{ name: 'duration', value: '45' },
		]);
		expect(error).toBeUndefined();
		expect(await posts()).toEqual([
			`POST tickets?${PEOPLE}${reference}&language=fr&subject=Water%20damage%20%26%20more%3F&duration=45`,
		]);
		const { subject, parameters, start, end } = await apizee().vendor.ticket(Number(json[0]?.id));
		expect(subject).toBe('Water damage & more?');
		expect(parameters).toMatchObject({ language: 'fr', duration: '45' });
		expect(end - start).toBe(45 * 60_000);
	});

	it('may be one that a field of the node could say but does not', async () => {
		await run([{ name: 'name', value: 'Nathan' }]);
		expect(await posts()).toEqual([`POST tickets?${PEOPLE}${reference}&name=Nathan`]);
	});

	it('are left out when their value is empty', async () => {
		await run([
			{ name: 'language', value: '' },
			{ name: 'subject', value: '  ' },
			{ name: 'country', value: '={{ $json.none }}' },
			{ name: 'company', value: '={{ 0 }}' },
		]);
		expect(await posts()).toEqual([`POST tickets?${PEOPLE}${reference}&company=0`]);
	});

	it('that the vendor does not know give its words', async () => {
		const { error } = await run([{ name: 'colour', value: 'red' }]);
		expect(error?.message).toBe('Apizee did not accept the request: colour is unknown [item 0]');
	});

	it.each([
		['a field', [{ name: 'agent', value: 'somebody' }], {}, 'agent'],
		['an optional field', [{ name: 'name', value: 'Nathan' }], { name: 'Smith' }, 'name'],
		['the invitation', [{ name: 'invite', value: '1' }], { invite: false }, 'invite'],
		['the SSO link', [{ name: 'scope', value: 'other' }], { ssoLink: true }, 'scope'],
		[
			'each other',
			[
				{ name: 'language', value: 'fr' },
				{ name: 'language', value: 'de' },
			],
			{},
			'language',
		],
	])('that repeat %s are refused before anything is sent', async (_, values, fields, repeated) => {
		const { error } = await run(values, fields);
		expect(error).toMatchObject({
			message: `"Custom Parameters" contains "${repeated}", which is there already [item 0]`,
			description: 'Remove it, or the field it repeats.',
		});
		expect(await apizee().control.requests()).toEqual([]);
	});

	it.each(['lang uage', 'a=b', 'a&b=c', 'größe', 'a%20b', 'a?b', 'a/b'])(
		'with the name %j are refused before anything is sent',
		async (parameter) => {
			const { error } = await run([{ name: parameter, value: 'x' }]);
			expect(error).toMatchObject({
				message: '"Name" is not the name of a parameter [item 0]',
				description: 'Enter it as the vendor writes it: letters, digits and the signs _ . - [ ].',
			});
			expect(await apizee().control.requests()).toEqual([]);
		},
	);

	it('without a name are refused before anything is sent', async () => {
		const { error } = await run([{ name: '', value: 'x' }]);
		expect(error).toMatchObject({
			message: '"Name" is empty [item 0]',
			description: 'Enter a value or map one to it.',
		});
		expect(await apizee().control.requests()).toEqual([]);
	});

	it.each(['toString', 'hasOwnProperty'])(
		'with the name %s reach the vendor like any other',
		async (parameter) => {
			await run([{ name: parameter, value: 'x' }]);
			expect(await posts()).toEqual([`POST tickets?${PEOPLE}${reference}&${parameter}=x`]);
		},
	);
});
