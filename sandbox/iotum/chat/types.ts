/** A chat outside a conference (seed 002, Chat): between persons, or a channel. */
export interface ChatRoom {
	companyId: number;
	id: number;
	/** A channel's name; absent for messages between persons. */
	slug?: string;
	/** Messages from "System", oldest first. */
	messages: string[];
}
