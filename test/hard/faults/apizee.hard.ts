import { useApizee } from '../../Apizee/setup';
import { acts, missing } from './apizee/acts';
import { playAll } from './matrix';

const apizee = useApizee();

playAll({
	vendor: 'Apizee',
	acts,
	missing,
	own: {
		401: 'does not accept the token that it has just given',
		429: 'takes no more requests for the moment',
	},
	setup: () => ({ ...apizee(), credentialTypes: ['apizeeApi'], unused: 'requestsPerMinute' }),
});
