import { path } from '../../kit/path';
import { action } from './action';

export const stopStreaming = action(
	{
		name: 'Stop Streaming',
		action: 'Stop streaming a conference',
		description: 'End the livestream of a conference',
		docs: 'seed 002, "Stop Streaming" (conference/stop_streaming)',
		destructive: true,
	},
	path`/conference/stop_streaming`,
);
