/** Bytes are handed to the browser, which may keep them on disk, in parts of this size. */
const PART = 16 * 2 ** 20;

/** The whole body of an answer; `heard` is called as its bytes arrive. */
export async function readBody(response: Response, heard: () => void): Promise<Blob> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.body) return new Blob([], { type });
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob([...parts, ...chunks], { type });
    heard();
    chunks.push(value);
    held += value.length;
    if (held < PART) continue;
    parts.push(new Blob(chunks));
    [chunks, held] = [[], 0];
  }
}
