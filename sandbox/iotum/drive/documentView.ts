import type { UploadedDocument } from '../conferences/types';
import type { Platform } from '../platform';
import { driveDownloadLink, mimeType, previewLink } from './files';

/** A drive file as a conference's details show it (section 8.4); nothing once it is deleted. */
export function documentView(platform: Platform, document: UploadedDocument) {
	const file = platform.state.driveFiles.get(document.driveFileId);
	if (!file) return [];
	const pages = Array.from({ length: file.pageCount ?? 0 }, (_, index) => index + 1);
	return [
		{
			id: file.id,
			filename: file.filename,
			size: file.content?.length ?? 0,
			key: file.key,
			presentation_status: file.presentationStatus,
			content_library: false,
			participant_id: document.participantId,
			chat_message_id: document.chatMessageId,
			mimetype: mimeType(file.filename),
			download_link: driveDownloadLink(platform, file),
			image_preview_link: previewLink(platform, file),
			presentation_slides: pages.map((page) => ({
				page_number: page,
				width: 1280,
				height: 720,
				image_preview_link: previewLink(platform, file, page),
			})),
		},
	];
}
