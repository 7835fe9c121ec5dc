import type { SandboxControl } from './control';

/** Something to see at Flexperto, which is empty otherwise: an expert with a signed-off session, an archive. */
export async function addSamples({ flexperto }: SandboxControl) {
	const expert = await flexperto.createUser({
		firstName: 'Erika',
		lastName: 'Expert',
		email: 'erika.expert@tenant.example',
	});
	await flexperto.createSessions({ expertId: expert.id, documents: 2, handedOver: true });
	await flexperto.finishConference({ available: true });
	return expert;
}
