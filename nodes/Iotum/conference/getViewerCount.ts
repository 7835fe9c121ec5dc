import { path } from '../../kit/path';
import { question } from './action';

export const getViewerCount = question(
	{
		name: 'Get Viewer Count',
		action: 'Get the viewer count of a conference',
		description: 'Get how many people watch the livestream of a conference now',
		docs: 'seed 002, "Fetch Live Stream Viewer Count" (conference/fetch_livestream_viewer_count)',
	},
	path`/conference/fetch_livestream_viewer_count`,
	({ count, ...others }) => ({ ...others, count: Number(count) }),
);
