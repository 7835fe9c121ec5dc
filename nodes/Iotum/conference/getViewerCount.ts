import type { IDataObject } from 'n8n-workflow';

import { path } from '../../kit/path';
import { question } from './action';

/** The vendor gives the count as text; what is no number stays as it is. */
const numeric = (count: IDataObject[string]) =>
	typeof count === 'string' && /^\d+$/.test(count) ? Number(count) : count;

export const getViewerCount = question(
	{
		name: 'Get Viewer Count',
		action: 'Get the viewer count of a conference',
		description: 'Get how many people watch the livestream of a conference now',
		docs: 'seed 002, "Fetch Live Stream Viewer Count" (conference/fetch_livestream_viewer_count)',
	},
	path`/conference/fetch_livestream_viewer_count`,
	({ count, ...others }) => ({ ...others, count: numeric(count) }),
);
