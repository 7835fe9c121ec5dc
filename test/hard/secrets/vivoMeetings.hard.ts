import { keepsItsSecrets } from './plays';

keepsItsSecrets('vivoMeetings');
