/** A folder that packages are installed in. */
interface Place {
	folder: string;
	/** The folder with its package.json and lock, where that is another one. */
	manifest?: string;
	/** For people who wait: what it is, its size on the disk, how long it takes. */
	what: string;
	size: string;
	time: string;
	/** A package that has a part for this machine only. */
	native?: string;
}

export const cache: string;
export const endToEnd: string;
export const places: Record<'project' | 'playground' | 'n8n1' | 'n8n2', Place>;
