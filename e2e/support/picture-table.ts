import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** A row of a table of pictures, as webdatasets become on the hub. */
export interface PictureRow {
  readonly key: string;
  readonly picture: Uint8Array;
  readonly captions: readonly string[];
}

/** How captions stand in a row: as lines of one text, or as a list. */
type CaptionsAs = 'lines' | 'list';

/**
 * A Parquet file with the columns that the hub's converter makes of a webdataset: `jpg`, a struct of bytes and path, `txt` and
 * `__key__`; or, with captions in a list, `image`, `caption` and `filename`.
 */
export function pictureTable(
  rows: readonly PictureRow[],
  rowGroupSize: number,
  captionsAs: CaptionsAs = 'lines',
): Uint8Array<ArrayBuffer> {
  const [image, caption, name] =
    captionsAs === 'lines' ? ['jpg', 'txt', '__key__'] : ['image', 'caption', 'filename'];
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const;
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    codec: 'UNCOMPRESSED',
    schema: [
      { name: 'root', num_children: 3 },
      { name: image, num_children: 2, repetition_type: 'OPTIONAL' },
      { name: 'bytes', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
      { name: 'path', ...text },
      ...(captionsAs === 'lines'
        ? [{ name: caption, ...text }]
        : [
            { name: caption, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 } as const,
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 } as const,
            { name: 'element', ...text },
          ]),
      { name, ...text },
    ],
  });
  const data = [
    { name: image, data: rows.map(({ key, picture }) => ({ bytes: picture, path: `${key}.jpg` })) },
    {
      name: caption,
      data: rows.map(({ captions }) => (captionsAs === 'lines' ? captions.join('\n') : [...captions])),
    },
    { name, data: rows.map(({ key }) => (captionsAs === 'lines' ? key : `${key}.jpg`)) },
  ];
  void writer.write({ columnData: data, rowGroupSize });
  void writer.finish();
  return bytes.getBytes();
}
