const { default: Sequencer } = require('@jest/test-sequencer');

/** The chapters by how long their longest file takes. */
const CHAPTERS = ['input', 'crashes', 'polls', 'faults', 'webhooks', 'secrets', 'supply'];

const place = ({ path }) => CHAPTERS.findIndex((chapter) => path.includes(`/hard/${chapter}/`));

/** Begins with what takes longest, so that no long file is left when all others are done. */
class LongestFirst extends Sequencer {
	sort(tests) {
		return [...tests].sort((one, other) => place(one) - place(other));
	}
}

module.exports = LongestFirst;
