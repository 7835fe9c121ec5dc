import { useFlexperto } from '../../Flexperto/setup';
import { acts, missing } from './flexperto/acts';
import { playAll } from './matrix';

const flexperto = useFlexperto();

playAll({
	vendor: 'Flexperto',
	acts,
	missing,
	own: { 401: 'rejected the API key', 403: 'does not allow this with the API key' },
	setup: () => ({ ...flexperto(), credentialTypes: ['flexpertoApi'] }),
});
