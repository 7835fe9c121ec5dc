/** The number of something in an address. Digits only: `0xd` and ` 13` find nothing. */
export function idOf(text: string | number): number {
	return /^\d+$/.test(String(text)) ? Number(text) : NaN;
}

/** The first 32 of some hexadecimal digits in the form of a UUID. */
export function uuidOf(digits: string): string {
	return [8, 12, 16, 20, 32]
		.map((end, index, ends) => digits.slice(ends[index - 1] ?? 0, end))
		.join('-');
}
