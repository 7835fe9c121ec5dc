import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const DIAL = 'conference/dial_number';

const call = { conferenceId: 185, countryCode: 'CA', phoneNumber: '+14165551212' };
const sent = { conference_id: 185, country_code: 'CA', phone_number: '+14165551212' };

secondOfTwoItemsFails('conference.dialNumber', iotum, async (setup) => {
	await setup.vendor.startConference(185);
	const named = { name: 'Jane', invitation_text: 'John is waiting for you' };
	return {
		inputs: {
			...call,
			conferenceId: '={{ $json.id }}',
			additionalFields: { name: named.name, invitationText: named.invitation_text },
		},
		items: [{ id: 185 }, { id: 186 }],
		outputs: [{ dialout_status: 'new', conferenceId: 185 }],
		error: failure(setup, 422, DIAL, 'The conference is not active'),
		requests: [185, 186].map((id) => posted(DIAL, { ...sent, ...named, conference_id: id })),
	};
});

/** Dials from a conference that is on; gives the requests of it. */
async function dial(inputs: object) {
	const { run, vendor, control } = iotum();
	await vendor.startConference(185);
	const { error, json } = await run('conference.dialNumber', { inputs: { ...call, ...inputs } });
	return { error, json, requests: received(await control.requests()) };
}

it('sends no name and no text that the user left empty, so that the vendor’s own are used', async () => {
	const { requests } = await dial({ additionalFields: { name: '', invitationText: ' ' } });
	expect(requests).toEqual([posted(DIAL, sent)]);
	const { dialouts } = await iotum().vendor.conference(185);
	expect(dialouts).toMatchObject([
		{ name: '+14165551212', invitation_text: expect.stringContaining('Hanna Host') },
	]);
});

it('takes a number with or without the plus sign, and a number from an expression', async () => {
	const { requests } = await dial({ phoneNumber: '={{ 14165551212 }}' });
	expect(requests).toEqual([posted(DIAL, { ...sent, phone_number: '14165551212' })]);
});

it('takes a country code in small letters, and sends it in capitals as the vendor has it', async () => {
	const { requests, error } = await dial({ countryCode: 'ca' });
	expect(error).toBeUndefined();
	expect(requests).toEqual([posted(DIAL, sent)]);
});

it.each([
	['phoneNumber', '0416 555', '"Phone Number" is not an international phone number'],
	['phoneNumber', '+1 (416) 555-1212', '"Phone Number" is not an international phone number'],
	['phoneNumber', '1234567890123456', '"Phone Number" is not an international phone number'],
	['countryCode', 'Canada', '"Country Code" is not a country code'],
	['countryCode', '1', '"Country Code" is not a country code'],
	['countryCode', '={{ "" }}', '"Country Code" is empty'],
])('refuses %s "%s" before anything is sent', async (field, value, message) => {
	const { error, requests } = await dial({ [field]: value });
	expect(error).toMatchObject({
		message: `${message} [item 0]`,
		description: expect.stringMatching(/^Enter /),
	});
	expect(requests).toEqual([]);
});
