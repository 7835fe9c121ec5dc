import { useFlexperto } from '../../Flexperto/setup';
import { flexpertoActs } from './flexpertoActs';
import { playAll } from './matrix';

const flexperto = useFlexperto();

playAll({
	vendor: 'Flexperto',
	acts: flexpertoActs,
	own: { 401: 'rejected the API key', 403: 'does not allow this with the API key' },
	setup: () => ({ ...flexperto(), credentialTypes: ['flexpertoApi'] }),
});
