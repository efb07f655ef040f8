/** About how many bytes a value takes where it is stored: numbers take eight, those of typed arrays their own size, texts one for each character. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return bytesOf([...value.keys()]) + bytesOf([...value.values()]);
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return bytesOf(Object.keys(value)) + bytesOf(Object.values(value));
}
