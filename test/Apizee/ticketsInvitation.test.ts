import { useApizee } from './setup';

const apizee = useApizee();

/** Creates a ticket for three receivers: what the vendor got and made, and who was invited. */
async function invited(additionalFields: { invite?: boolean | string }) {
	const { run, control, vendor } = apizee();
	const inputs = {
		agent: 'alice.agent@apizee.example',
		email: 'a@example.com',
		phone: '+33612345678,+4915112345678',
		additionalFields,
	};
	const { json } = await run('ticket.create', { inputs });
	const [request] = await control.requests({ path: '/api/tickets' });
	const to = (await vendor.invitations()).map((invitation) => invitation.to);
	return { sent: request?.query.invite, state: json[0]?.state, to };
}

const EVERYBODY = ['+33612345678', '+4915112345678', 'a@example.com'];

describe('the invitation of a new ticket', () => {
	it.each([true, 'true', "={{ 'true' }}", '={{ 1 === 1 }}'])(
		'goes to every address and number when Invite is %j',
		async (invite) => {
			expect(await invited({ invite })).toEqual({ sent: '1', state: 'invited', to: EVERYBODY });
		},
	);

	it.each([false, '={{ false }}'])('goes to nobody when Invite is %j', async (invite) => {
		expect(await invited({ invite })).toEqual({ sent: '0', state: 'new', to: [] });
	});

	it('is left to the vendor, who invites nobody, when the user does not say', async () => {
		expect(await invited({})).toEqual({ sent: undefined, state: 'new', to: [] });
	});
});
