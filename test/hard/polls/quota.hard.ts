import { found } from '../../triggerWorkflow';
import { mostInAMinute, useQuota } from '../../Apizee/quotaAccount';
import { counted, measured } from '../figures';

// The vendor grants ten requests a minute. A look at 250 tickets takes three of them, another process of the
// same user takes some, and looks come every half minute, whether or not the one before is over.

const { apizee, time, newAccount, counted: requests } = useQuota();

const LOOKS = 40;
const CHAPTER = 'Triggers over time';

const LIMITED = { maxRetries: 0, maxWait: 20 };

test('with a quota that others use as well, looks wait or fail, and no event is lost or repeated', async () => {
	const { vendor } = apizee();
	await vendor.addTickets({ count: 250 });
	const { watch, user } = await newAccount();
	const active = await watch('ticketDone', { options: LIMITED });
	const happened: number[] = [];
	const given: unknown[] = [];
	let failed = 0;
	const look = async () => {
		const [tick] = await active.tick();
		if (tick?.error) failed++;
		else given.push(...(found(tick ? [tick] : []) ?? []).map(({ id }) => id));
	};
	for (let looks = 0; looks < LOOKS; looks++) {
		const [ticket] = await vendor.addTickets({ state: 'done' });
		happened.push(ticket?.id ?? 0);
		if (looks % 3 === 0) await vendor.useQuota(8, { userId: user.id });
		await Promise.all([look(), time.pass(30_000).then(look)]);
	}
	await time.pass(60_000);
	await look();
	expect(failed).toBeGreaterThan(0);
	expect([...given].sort()).toEqual([...happened].sort());
	counted(CHAPTER, 'looks with a quota of ten requests a minute', LOOKS * 2 + 1);
	counted(CHAPTER, 'of these, failed as others used the quota', failed);
	measured(CHAPTER, 'most requests in a minute', mostInAMinute(await requests()), {
		unit: 'requests',
		atMost: 10,
	});
}, 300_000);
