const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;

/** Bytes of the end record, and the longest comment that may follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * The CRC-32 that a zip file records for each entry, in the order of its directory. Throws a RangeError where the
 * directory is incomplete. Source: PKWARE's APPNOTE.TXT 6.3, §§4.3.12–4.3.16.
 */
export function recordedChecksums(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, start } = directory(view);
  const checksums: number[] = [];
  for (let at = start; checksums.length < entries;) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError(`No directory entry begins at byte ${at}.`);
    checksums.push(view.getUint32(at + 16, true));
    // A header of 46 bytes, then the name, an extra field and a comment.
    at += 46 + [28, 30, 32].reduce((sum, length) => sum + view.getUint16(at + length, true), 0);
  }
  return checksums;
}

/** How many entries the directory has and where it begins, from the record at the end of the file. */
function directory(view: DataView): { entries: number; start: number } {
  let end = view.byteLength - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end > first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new RangeError('The zip file has no directory.');
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64) {
    const end64 = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(end64, true) === END_OF_DIRECTORY_64) {
      return {
        entries: Number(view.getBigUint64(end64 + 32, true)),
        start: Number(view.getBigUint64(end64 + 48, true)),
      };
    }
  }
  return { entries: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}
