import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { InputError } from '../../lib/errors';

/** No column of a row group has more values, whatever its footer says. */
const MAX_VALUES = 5e7;

/**
 * The same file, whose pages are looked at before they are unpacked: a page that announces more values than its footer gives to the
 * column would keep the library busy for minutes.
 */
export function honestPages(file: AsyncBuffer, metadata: FileMetaData): AsyncBuffer {
  const chunks = metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data }) => {
      if (!meta_data) return [];
      const { data_page_offset, dictionary_page_offset, num_values, total_compressed_size } = meta_data;
      const start = Number(dictionary_page_offset || data_page_offset);
      return [{ start, end: start + Number(total_compressed_size), values: Number(num_values) }];
    }),
  );
  const look = async (from: number, to: number): Promise<ArrayBuffer> => {
    const bytes = await file.slice(from, to);
    for (const { start, end, values } of chunks) {
      if (start >= from && end <= to) requireHonest(new DataView(bytes, start - from, end - start), values);
    }
    return bytes;
  };
  return {
    byteLength: file.byteLength,
    slice(from, to = file.byteLength) {
      const bytes = look(from, to);
      // The library may give up at a damaged part while it still waits for another.
      bytes.catch(() => undefined);
      return bytes;
    },
  };
}

function requireHonest(view: DataView, values: number): void {
  const reader = { view, offset: 0 };
  let left = values;
  while (reader.offset < view.byteLength) {
    const { data_page_header, data_page_header_v2, dictionary_page_header, compressed_page_size } =
      parquetHeader(reader);
    const inPage = (data_page_header ?? data_page_header_v2)?.num_values ?? 0;
    left -= inPage;
    const isHonest =
      values <= MAX_VALUES &&
      inPage >= 0 &&
      left >= 0 &&
      (dictionary_page_header?.num_values ?? 0) <= MAX_VALUES &&
      compressed_page_size >= 0;
    if (!isHonest)
      throw new InputError(
        'A page of the file announces more values than its column has: the file is damaged.',
      );
    reader.offset += compressed_page_size;
  }
}
