/** A video meeting (seed 003, Get a "video meeting" room). */
export interface Conference {
	id: number;
	enterpriseId: number;
	serviceId: number;
	name: string;
	/** Milliseconds since the epoch. */
	created: number;
	modified: number;
	start: number;
	end: number;
	/** When the first participant came in; absent before. */
	startedAt?: number;
	/** When it was ended before its time; absent otherwise. */
	endedAt?: number;
	participants: string[];
	organizerId: number;
	moderatorId: number;
	/** 32 hexadecimal digits each; together the room's name. */
	roomOwner: string;
	roomKey: string;
	/** Parameters that no answer shows, as they were sent; no password. */
	parameters: Record<string, string>;
}
