/**
 * The user in whose name a request is made; without one it is made for the owner of the API key.
 * Source: seed 000, "Starting a Video-Call".
 */
export const asUser = (actingUserId: string | undefined) =>
	actingUserId === undefined ? {} : { headers: { 'x-user-id': actingUserId } };
