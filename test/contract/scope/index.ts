import { apizee } from './apizee';
import { flexperto } from './flexperto';
import type { Scope } from './inputs';
import { iotum } from './iotum';
import { vivoMeetings } from './vivoMeetings';

/** The scope of each action node, by its name. */
export const scopes = { flexperto, iotum, vivoMeetings, apizee } satisfies Record<string, Scope>;
