import { openSession } from './openSession';
import { asked } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const child = (id: number, domain: string, name: string, descendants: object[] = []) => ({
	id,
	domain,
	display_name: name,
	descendants,
});

const fixture = child(3, 'sub.iotum.example', 'Video Meetings of a Sub-Reseller');

secondOfTwoItemsFails('domain.getDescendants', iotum, async (setup) => {
	const { control, access } = setup;
	await openSession(setup);
	const path = '/enterprise_api/domain/descendants';
	await control.fault({ kind: 'status', status: 500, path, after: 1 });
	const request = { request: 'POST domain/descendants', body: {} };
	return {
		items: [{}, {}],
		outputs: [fixture],
		error: {
			message: 'Iotum failed to process the request',
			description: `Try again later. ${asked(access.baseUrl, 'domain/descendants', 500)}`,
		},
		requests: [request, request],
	};
});

it('gives one item for each domain when there are several, with those below inside', async () => {
	const { run, vendor } = iotum();
	const second = await vendor.addReseller({
		domain: 'second.example',
		displayName: 'Second',
		parentId: 1,
	});
	const below = await vendor.addReseller({
		domain: 'below.example',
		displayName: 'Below',
		parentId: second.id,
	});
	const { json, items } = await run('domain.getDescendants', { items: [{ unrelated: 1 }] });
	expect(json).toEqual([
		fixture,
		child(second.id, 'second.example', 'Second', [child(below.id, 'below.example', 'Below')]),
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
});

it('gives nothing, and no error, for a reseller without sub-resellers', async () => {
	const { run, control } = iotum();
	await control.fault({ kind: 'status', status: 200, body: [], path: '*/domain/descendants' });
	const { json, status } = await run('domain.getDescendants');
	expect({ json, status }).toEqual({ json: [], status: 'success' });
});

it('does not take an answer that was cut off for no sub-resellers', async () => {
	const { run, control } = iotum();
	await control.fault({ kind: 'cutJson', path: '*/domain/descendants', times: 'always' });
	const { error } = await run('domain.getDescendants', { inputs: { options: { maxRetries: 0 } } });
	expect(error?.message).toBe('Iotum sent an answer that is incomplete [item 0]');
});
