import { sameSecret } from '../../../nodes/kit/signature';
import { useIotum } from '../../Iotum/setup';
import { TRIGGERS } from '../../Iotum/triggerWorkflow';
import { counted, measured } from '../figures';
import { conferenceReport } from './conferencing';
import { asJson } from './contents';
import { posted } from './hostile';
import { inHeader } from './proofs';
import { publish } from './published';
import { interleaved, mostTellingOf, TOLD_APART } from './timing';
import { hangUp, sendRaw } from './wire';

jest.setTimeout(120_000);

const iotum = useIotum(TRIGGERS);

/** As long as a secret may ever be, so that a difference for each character would add up. */
const SECRET = 'a1b2c3d4'.repeat(512);

const wrongAt = (secret: string, index: number) =>
	`${secret.slice(0, index)}!${secret.slice(index + 1)}`;

/** Wrong texts by how much of them is right. */
const wrongTexts = (secret: string) => ({
	'wrong from the first character': wrongAt(secret, 0),
	'wrong in the middle': wrongAt(secret, secret.length / 2),
	'wrong in the last character': wrongAt(secret, secret.length - 1),
	'wrong everywhere': '!'.repeat(secret.length),
	'one character too few': secret.slice(0, -1),
	'one character too many': `${secret}!`,
});

/** A text of its own each time, as a request brings one: not the same place in memory again. */
const fresh = (text: string) => Buffer.from(text, 'latin1').toString('latin1');

/** What one must not write: it ends at the first character that differs. */
function naive(expected: string, given: string): boolean {
	if (expected.length !== given.length) return false;
	for (let index = 0; index < expected.length; index++) {
		if (expected[index] !== given[index]) return false;
	}
	return true;
}

const timed = (compare: (expected: string, given: string) => boolean) => (text: string) => {
	const given = fresh(text);
	const begun = process.hrtime.bigint();
	for (let times = 0; times < 4; times++) compare(SECRET, given);
	return Number(process.hrtime.bigint() - begun);
};

const CHAPTER = 'Webhooks';
const SIGMA = { unit: 'standard deviations', atMost: TOLD_APART };

test('the comparison takes the same time, however much of a wrong secret is right', async () => {
	const times = await interleaved(wrongTexts(SECRET), 4_000, timed(sameSecret));
	const most = mostTellingOf(times);
	measured(CHAPTER, 'wrong secrets told apart by the time of the comparison', most.sigma, SIGMA);
});

test('the same test tells a comparison that ends early', async () => {
	const times = await interleaved(wrongTexts(SECRET), 4_000, timed(naive));
	const { sigma } = mostTellingOf(times);
	const what = 'the same with a comparison that ends early, in standard deviations';
	counted(CHAPTER, what, Math.round(sigma), { atLeast: 2 * TOLD_APART });
});

test('a trigger’s answers over HTTP take the same time as well', async () => {
	const { engine, credentials } = iotum();
	const signingToken = SECRET;
	Object.assign(engine.credentials, { long: { ...credentials.iotumApi, signingToken } });
	const { url, active } = await publish(engine, 'iotumTrigger', { type: 'iotumApi', id: 'long' });
	const report = asJson(conferenceReport(1));
	const proving = inHeader('x-signing-token');
	const times = await interleaved(wrongTexts(SECRET), 500, async (text) => {
		const request = posted(url, report, proving.proof(fresh(text)));
		const begun = process.hrtime.bigint();
		const { status } = await sendRaw(request);
		const taken = Number(process.hrtime.bigint() - begun);
		expect(status).toBe(401);
		return taken;
	});
	hangUp();
	expect(await active.executions()).toEqual([]);
	const { sigma } = mostTellingOf(times);
	measured(CHAPTER, 'wrong secrets told apart by the time of an answer', sigma, SIGMA);
});
