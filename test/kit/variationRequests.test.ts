import { second } from './brands';
import { useSample } from './sampleNode';

// What is sent for another brand's operations.

const sample = useSample(second);

describe('a request of another brand', () => {
	it('has the fixed value and the added fields, and nothing that was left out', async () => {
		const { run, server } = sample();
		server.answers(() => ({}));
		const { status } = await run('thing.create', {
			inputs: {
				name: 'One',
				region: 'EU',
				hostId: '5',
				additionalFields: {
					partId: { __rl: true, mode: 'list', value: '4' },
					weight: { values: { grams: '7' } },
				},
			},
		});
		expect(status).toBe('success');
		expect(server.received().map(({ body }) => body)).toEqual([
			{
				region: 'EU',
				name: 'One',
				ownerType: 'host',
				hostId: '5',
				more: { partId: 4, weight: { grams: '7' } },
				own: {},
			},
		]);
	});

	it('ignores what a workflow of the first brand says of fields that are not there', async () => {
		const { run, server } = sample();
		server.answers(() => ({}));
		await run('thing.create', {
			inputs: {
				name: 'One',
				region: 'EU',
				ownerType: 'company',
				hostId: '5',
				companyId: '6',
				additionalFields: { size: 'XL' },
				options: { colour: 'red', maxRetries: 0 },
			},
		});
		expect(server.received()[0]?.body).toEqual({
			region: 'EU',
			name: 'One',
			ownerType: 'host',
			hostId: '5',
			more: {},
			own: {},
		});
		server.answers(() => ({ body: [{ id: 1 }] }));
		const { json } = await run('thing.getAll', { inputs: { filters: { size: 'XL' } } });
		expect([json, server.received()[0]?.body ?? {}]).toEqual([[{ id: 1 }], {}]);
	});

	it('demands what is added', async () => {
		const { error } = await sample().run('thing.create', {
			inputs: { name: 'One', hostId: '5', region: '={{ "" }}' },
		});
		expect(error?.message).toBe('"Region" is empty [item 0]');
	});

	it('cannot be one that was not chosen', async () => {
		const { error } = await sample().run('thing.rename', { inputs: { name: 'One' } });
		expect(error?.message).toContain('The operation "rename" of "thing" does not exist');
	});
});
