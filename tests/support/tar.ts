const BLOCK = 512;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A header of a tar (POSIX.1-1988), with the sum that it needs. The name has at most 100 bytes. */
export function tarHeader(name: string, size: number, type = '0'): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(BLOCK);
  header.set(bytesOf(name).slice(0, 100));
  header.set(bytesOf('0000644\0'), 100);
  header.set(bytesOf(`${size.toString(8).padStart(11, '0')}\0`), 124);
  header.set(bytesOf('        '), 148);
  header.set(bytesOf(type), 156);
  header.set(bytesOf('ustar\u000000'), 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return header;
}

/** A tar of files: name, content and, where it is no plain file, type. Longer names get a header of their own, as GNU tar writes. */
export function makeTar(
  files: readonly (readonly [name: string, content: string | Uint8Array, type?: string])[],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const add = (name: string, content: Uint8Array, type = '0') => {
    if (name.length > 100) add('././@LongLink', bytesOf(`${name}\0`), 'L');
    parts.push(tarHeader(name, content.length, type), content, new Uint8Array(-content.length & (BLOCK - 1)));
  };
  for (const [name, content, type] of files) {
    add(name, typeof content === 'string' ? bytesOf(content) : content, type);
  }
  parts.push(new Uint8Array(2 * BLOCK));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
