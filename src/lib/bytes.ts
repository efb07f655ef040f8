/** What a file or a message holds. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The whole of a file. */
export const bytesOf = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.arrayBuffer());
