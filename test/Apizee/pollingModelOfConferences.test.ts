import { CONFERENCE_STEPS, conferences } from './pollingConferencesWorld';
import { check } from './pollingWorld';
import { useApizee } from './setup';

const apizee = useApizee();

test(
	'whatever happens between the looks, the end of each conference is handed over once',
	async () => await check(apizee(), CONFERENCE_STEPS, conferences),
	180_000,
);
