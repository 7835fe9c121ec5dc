import { path } from '../../kit/path';
import { question } from './action';

export const getParticipants = question(
	{
		name: 'Get Participants',
		action: 'Get the participants of a conference',
		description: 'Get the contacts who take part in a conference and those who moderate it',
		docs: 'seed 002, "Fetch Participant Details" (conference/fetch_participant_details)',
	},
	path`/conference/fetch_participant_details`,
);
