/** The whole body of an answer; `heard` is called as its bytes arrive. */
export async function readBody(response: Response, heard: () => void): Promise<Blob> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.body) return new Blob([], { type });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type });
    heard();
    chunks.push(value);
  }
}
