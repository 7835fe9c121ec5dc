import fc, { type Arbitrary } from 'fast-check';
import { asJson, contents, cutJson, wrapped, type Content } from './contents';
import { anywhere, posted, postedTo, type Kind } from './hostile';
import { forgedProofs, type Proving } from './proofs';

/** A trigger whose deliveries carry a secret. */
export interface Proven {
	url: string;
	/** The URL of a workflow that wants only some of the reports. */
	choosyUrl: string;
	/** The URL of another node of the same kind, with another secret. */
	otherUrl: string;
	otherSecret: string;
	proving: Proving;
	secret: string;
	/** Secrets of other vendors. */
	others: string[];
	/** Reports that would start a workflow, if they came with the secret. */
	reports: Arbitrary<object>;
	/** The parts of a report that have to be texts. */
	required: string[];
	/** Reports that the choosy workflow does not want. */
	notWanted: Arbitrary<object>;
}

/** Reports in which a part is missing that every report has, or is nothing that it can be. */
const spoiled = (reports: Arbitrary<object>, required: string[]): Arbitrary<Content> =>
	fc
		.tuple(
			reports,
			fc.constantFrom(...required),
			fc.constantFrom(undefined, null, 7, true, '', [], [{}], ['{}'], 1e21),
		)
		.map(([report, part, wrong]) => asJson({ ...report, [part]: wrong }));

/** All that can be sent to a trigger whose deliveries carry a secret. */
export function againstProven(target: Proven): Record<string, Kind> {
	const { url, otherUrl, choosyUrl, otherSecret, proving, secret, reports, required } = target;
	const { proof } = proving;
	const others = [otherSecret, ...target.others];
	const forged = Object.entries(forgedProofs(proving, secret, others)).map(
		([kind, proofs]): [string, Kind] => [
			kind,
			{ often: 110, request: postedTo(url, contents(reports), proofs) },
		],
	);
	const proven = fc.constant(proof(secret));
	const secretInBody = fc
		.tuple(reports, fc.constantFrom('secret', 'token', 'headers', 'x-signing-token', 'query'))
		.map(([report, name]) => asJson({ ...report, [name]: name.endsWith('s') ? [secret] : secret }));
	return {
		...Object.fromEntries(forged),
		'the secret in the body': { often: 60, request: postedTo(url, secretInBody) },
		'the secret of another node': {
			often: 60,
			request: fc.oneof(
				reports.map((report) => posted(url, asJson(report), proof(otherSecret))),
				reports.map((report) => posted(otherUrl, asJson(report), proof(secret))),
			),
		},
		'the secret with broken JSON': { often: 50, request: postedTo(url, cutJson(reports), proven) },
		'the secret with JSON in something else': {
			often: 60,
			request: postedTo(url, wrapped(reports), proven),
		},
		'the secret with half a report': {
			often: 60,
			request: postedTo(url, spoiled(reports, required), proven),
		},
		'the secret with what is not wanted': {
			often: 60,
			request: postedTo(choosyUrl, target.notWanted.map(asJson), proven),
			answer: 'left alone',
		},
		...anywhere(url, reports, proof(secret)),
	};
}
