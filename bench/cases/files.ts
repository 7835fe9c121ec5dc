import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import type { Bench, Case } from '../case';
import { isTransfer, TRANSFERS, type Transfer } from '../transfers';

/** Memory is told in MiB, of 1,048,576 bytes, as the archive is of 1 GiB. */
const MEBIBYTE = 2 ** 20;

/** The most that Flexperto takes in one session, in bytes. */
const LARGEST_DOCUMENT = 50_000_000;

/** What is moved before a measurement of memory, so that all code is loaded and signed in. */
const SMALL = 1_000_000;

/** A file to be moved: the fields of its item, and its size in bytes. */
interface Moved {
	item: IDataObject;
	bytes: number;
}

/** Large files, which n8n keeps on disk: how long they take, and how much memory. */
export function fileCases(bench: Bench): Case[] {
	const { isQuick } = bench;
	const size = isQuick
		? { bytes: 100 * MEBIBYTE, name: '100 MiB' }
		: { bytes: 2 ** 30, name: '1 GiB' };
	const large = once(async () => await archive(bench, size.bytes));
	const small = once(async () => await archive(bench, SMALL));
	const prepare = async () => void (await large());

	return [
		{
			name: 'archive-time',
			title: `Download an archive of ${size.name}`,
			unit: 's',
			contenders: contenders('archive', 'httpRequest'),
			rounds: isQuick ? 2 : 5,
			warmUps: 1,
			prepare,
			async measure(contender) {
				const transfer = asTransfer(contender);
				const file = await given(bench, transfer, await large());
				const engine = bench.engine(`file ${transfer}`);
				return (await engine.transferFile(file)).milliseconds / 1000;
			},
			targets: [{ contender: 'archive', atMost: 1.15, of: 'httpRequest' }],
		},
		{
			name: 'archive-memory',
			title: `Memory taken by the download of an archive of ${size.name}`,
			unit: 'MiB',
			contenders: contenders('archive', 'httpRequest'),
			rounds: isQuick ? 1 : 3,
			warmUps: 0,
			prepare,
			measure: async (contender) => await growth(bench, contender, await small(), await large()),
			targets: [{ contender: 'archive', atMost: 96 }],
		},
		{
			name: 'upload-memory',
			title: 'Memory taken by the upload of 50 MB',
			unit: 'MiB',
			contenders: contenders('drive', 'document'),
			rounds: isQuick ? 1 : 3,
			warmUps: 0,
			async measure(contender) {
				const [first, second] = await uploads(bench, contender);
				const taken = await growth(bench, contender, first, second);
				await checkReceived(bench, second.bytes);
				return taken;
			},
			targets: [
				{ contender: 'drive', atMost: 32 },
				{ contender: 'document', atMost: 32 },
			],
		},
	];
}

const contenders = (...transfers: Transfer[]): Record<string, string> =>
	Object.fromEntries(transfers.map((transfer) => [transfer, TRANSFERS[transfer]]));

function asTransfer(contender: string): Transfer {
	if (isTransfer(contender)) return contender;
	throw new Error(`No file is moved by ${contender}`);
}

/** Makes something when it is first wanted. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return async () => await (made ??= make());
}

/** A new archive with a recording of so many bytes; what the ZIP adds to them is little. */
async function archive({ control }: Bench, bytes: number): Promise<Moved> {
	const wanted = { sizeBytes: bytes, available: true };
	const { id } = await control.flexperto.finishConference(wanted);
	return { item: { id }, bytes };
}

/**
 * What is told to the process that moves a file. The HTTP Request node gets the link to which the
 * vendor redirects, as it would send the API key on to the object store, which then refuses: of
 * headers it only keeps back `authorization` and `cookie`. So it makes two requests less.
 */
async function given({ vendors }: Bench, transfer: Transfer, { item, bytes }: Moved) {
	if (transfer !== 'httpRequest') return { transfer, vendors, item, bytes };
	const { baseUrl, apiKey } = vendors.flexperto;
	const { headers } = await axios.get(
		`${baseUrl}/api/v2/communication/archives/archives/${item.id}/download`,
		{
			headers: { 'api-key': apiKey },
			maxRedirects: 0,
			validateStatus: (status) => status === 302,
			proxy: false,
		},
	);
	return { transfer, vendors, item: { url: String(headers.location) }, bytes };
}

/** What a process that has moved a small file needs more for a large one, in MiB. */
async function growth(bench: Bench, contender: string, small: Moved, large: Moved) {
	const transfer = asTransfer(contender);
	return await bench.fresh(async (engine) => {
		await engine.transferFile(await given(bench, transfer, small));
		const file = await given(bench, transfer, large);
		const { growth: bytes } = await engine.transferFile(file);
		return bytes / MEBIBYTE;
	});
}

/** Where a small and a large upload go: a session holds no more than the large one. */
async function uploads({ control, vendors }: Bench, contender: string): Promise<[Moved, Moved]> {
	if (contender === 'drive') {
		const item = { id: vendors.iotum.fixtures.hostId };
		return [
			{ item, bytes: SMALL },
			{ item, bytes: LARGEST_DOCUMENT },
		];
	}
	const [small, large] = await control.flexperto.createSessions({ count: 2 });
	if (!small || !large) throw new Error('The sandbox made no contract sessions');
	const item = ({ session }: typeof small) => ({ id: session.id, expertId: session.expert_id });
	return [
		{ item: item(small), bytes: SMALL },
		{ item: item(large), bytes: LARGEST_DOCUMENT },
	];
}

/** Throws unless the vendor's latest upload is of this size. */
async function checkReceived({ control }: Bench, bytes: number): Promise<void> {
	const sizes = (await control.requests()).flatMap(({ upload, multipart }) =>
		[upload, ...(multipart?.files ?? [])].flatMap((file) => file?.size ?? []),
	);
	if (sizes.at(-1) !== bytes) throw new Error(`${sizes.at(-1)} of ${bytes} bytes were received`);
}
