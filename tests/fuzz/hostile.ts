import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeNpy } from '../../src/lib/npy/npy';

/** Files that are made to do harm, or are almost in order. */

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'];
const FIELDS = ['images', 'annotations', 'file_name', 'image_id', 'caption', 'id', 'split', 'sentids', 'raw'];

/** Text with lone surrogates, controls, markup, formulas, or very much of something. */
export const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\ufeff',
    '<img src=x onerror=alert(1)>',
    '=cmd|/C calc',
    '../../etc',
  ),
  fc.constantFrom(...PROTOTYPE_KEYS),
  fc.integer({ min: 1, max: 50_000 }).map((length) => 'x'.repeat(length)),
);

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.double(),
  fc.constantFrom(null, true, -1, 0, 1, 2 ** 53, 1e308, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);

export const nastyObject = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS, ...PROTOTYPE_KEYS), nastyText), nastyValue), {
    maxLength: 6,
  })
  // Written by hand, as assigning __proto__ would lose the key.
  .map(
    (entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${toJson(value)}`).join(',')}}`,
  );

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null';

const listOf = (item: fc.Arbitrary<string>) =>
  fc.array(item, { maxLength: 8 }).map((items) => `[${items.join(',')}]`);

const deep = fc
  .tuple(fc.constantFrom('[', '{"images":', '{"a":[', '"', '('), fc.integer({ min: 1, max: 100_000 }))
  .map(([open, levels]) => open.repeat(levels));

const almostCoco = fc
  .record({ images: listOf(nastyObject), annotations: listOf(nastyObject) })
  .map(({ images, annotations }) => `{"images":${images},"annotations":${annotations}}`);

const GOOD_CAPTIONS = [
  '{"images":[{"id":1,"file_name":"a.jpg"},{"id":2,"file_name":"b.jpg"}],"annotations":[{"id":3,"image_id":1,"caption":"a cat"},{"id":4,"image_id":2,"caption":"a dog"}]}',
  '{"image":"a.jpg","caption":"a cat"}\n{"image":"b.jpg","caption":["a dog","one dog"]}\n',
  'image,caption\na.jpg,"a ""cat"""\nb.jpg,a dog\n',
  'file_name\tcaption\na.jpg\ta cat\n',
  '[{"image":"a.jpg","caption":"a cat"}]',
];

/** One of the texts with some characters cut out and others put in. */
export const alteredText = (texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 3 }), fc.oneof(fc.constant(''), nastyText))
    .map(([text, at, cut, more]) => {
      const start = at % text.length;
      return text.slice(0, start) + more + text.slice(start + cut);
    });

const table = fc
  .tuple(fc.constantFrom(',', '\t', ';'), fc.array(fc.array(nastyText, { maxLength: 5 }), { maxLength: 6 }))
  .map(([comma, rows]) => rows.map((cells) => cells.join(comma)).join('\n'));

/** A captions file of any format, or nearly one: its name and its text. */
export const captionsFiles = fc.tuple(
  fc.constantFrom('a.json', 'a.jsonl', 'a.csv', 'a.tsv', 'a.txt', 'a', '__proto__', '.json'),
  fc.oneof(
    alteredText(GOOD_CAPTIONS),
    almostCoco,
    listOf(nastyObject),
    fc.array(nastyObject, { maxLength: 6 }).map((lines) => lines.join('\n')),
    table,
    nastyText,
    { arbitrary: deep, weight: 1 },
  ),
);

const QRELS = [
  'query-id\tcorpus-id\tscore\nq0\t10\t1\nq1\t11\t2\nq1\t12\t0\n',
  'q0 0 10 1\nq1 0 11 2\nq1 0 12 0\n',
  '{"query-id":"q0","corpus-id":"10","score":1}\n{"query-id":"q1","corpus-id":"11","score":2}\n',
];
const CORPUS = '{"_id":"10","title":"A","text":"first"}\n{"_id":"11","text":"second"}\n';

/** A file of judgements or of texts with ids, or nearly one: its name and its text. */
export const filesBesideVectors = fc.tuple(
  fc.constantFrom('test.tsv', 'a.qrels', 'corpus.jsonl', 'queries.jsonl', 'a.csv', 'a'),
  fc.oneof(
    alteredText([...QRELS, CORPUS]),
    fc
      .array(fc.tuple(nastyText, nastyText, nastyText), { maxLength: 5 })
      .map((rows) => ['query-id\tcorpus-id\tscore', ...rows.map((cells) => cells.join('\t'))].join('\n')),
    fc.array(nastyObject, { maxLength: 5 }).map((lines) => [CORPUS.trimEnd(), ...lines].join('\n')),
  ),
);

/** Bytes with some of them changed, cut off or put in. */
export const damaged = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .record({
      file: fc.constantFrom(...files),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }),
      end: fc.option(fc.nat(), { freq: 4 }),
      more: fc.option(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 40 })), { freq: 4 }),
    })
    .map(({ file, changes, end, more }) => {
      let bytes = Uint8Array.from(file);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      if (end !== null) bytes = bytes.slice(0, end % bytes.length);
      if (more === null) return bytes;
      const at = more[0] % (bytes.length + 1);
      return Uint8Array.from([...bytes.slice(0, at), ...more[1], ...bytes.slice(at)]);
    });

const numbers = fc.oneof(fc.float(), fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, 3.4e38, 1e-45));

/** A `.npy` whose header says anything. */
const lyingNpy = fc
  .record({
    descr: fc.constantFrom(
      "'<f4'",
      "'>f4'",
      "'|O'",
      "'<f2'",
      "'<i8'",
      "'|b1'",
      "'<U9'",
      "'<c8'",
      "[('a','<f4')]",
      "'x'",
    ),
    order: fc.constantFrom('False', 'True', 'None'),
    shape: fc.oneof(
      fc.constantFrom(
        '(1099511627776, 8)',
        '(-1, 8)',
        '(0, 8)',
        '(4294967296, 4294967296)',
        '()',
        '(3,)',
        '(2, 8)',
      ),
      fc
        .array(fc.integer({ min: -9, max: 99 }), { maxLength: 5 })
        .map((lengths) => `(${lengths.join(', ')},)`),
      fc.string({ maxLength: 12 }),
    ),
    length: fc.option(fc.nat({ max: 0xffff }), { freq: 6 }),
    data: fc.uint8Array({ maxLength: 90 }),
  })
  .map(({ descr, order, shape, length, data }) => {
    const text = new TextEncoder().encode(
      `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }\n`,
    );
    const said = length ?? text.length;
    return Uint8Array.from([
      0x93,
      0x4e,
      0x55,
      0x4d,
      0x50,
      0x59,
      1,
      0,
      said & 255,
      said >> 8,
      ...text,
      ...data,
    ]);
  });

const side = (rows: number) =>
  fc
    .array(numbers, { minLength: rows * 8, maxLength: rows * 8 })
    .map((data) => writeNpy('f4', [rows, 8], Float32Array.from(data)));

const truth = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(Number),
    ),
    {
      minLength: 4,
      maxLength: 4,
    },
  )
  .map((rows) => writeNpy('f8', [4], Float64Array.from(rows)));

const wholeTruth = fc
  .array(fc.bigInt({ min: -2n, max: 5n }), { minLength: 4, maxLength: 4 })
  .map((rows) => writeNpy('i8', [4], BigInt64Array.from(rows)));

/** An `.npz` of sound arrays with bad numbers: NaN, infinity, rows of zeros, ground truth out of range. */
const badNumbers = fc
  .record({ text: side(4), image: side(4), truth: fc.oneof(truth, wholeTruth, lyingNpy) })
  .map(({ text, image, truth: rows }) =>
    zipSync(
      { 'text_embeddings.npy': text, 'image_embeddings.npy': image, 'ground_truth.npy': rows },
      { level: 0 },
    ),
  );

/**
 * A vector file of any format, or nearly one: its name and its bytes.
 * @param sound files to damage, by name
 */
export const vectorFiles = (
  sound: ReadonlyMap<string, Uint8Array>,
): fc.Arbitrary<[string, Uint8Array<ArrayBuffer>]> =>
  fc.oneof(
    ...[...sound].map(([name, file]) =>
      damaged([file]).map((bytes) => [name, bytes] as [string, typeof bytes]),
    ),
    lyingNpy.map((bytes) => ['a.npy', bytes] as [string, typeof bytes]),
    lyingNpy.map(
      (bytes) =>
        ['a.npz', Uint8Array.from(zipSync({ 'text_8.npy': bytes, 'video_8.npy': bytes }))] as [
          string,
          typeof bytes,
        ],
    ),
    badNumbers.map((bytes) => ['a.npz', Uint8Array.from(bytes)] as [string, Uint8Array<ArrayBuffer>]),
    fc
      .array(nastyObject, { maxLength: 5 })
      .map(
        (lines) =>
          ['a.jsonl', Uint8Array.from(new TextEncoder().encode(lines.join('\n')))] as [
            string,
            Uint8Array<ArrayBuffer>,
          ],
      ),
  );

/** A link's fragment. @param keys of options */
export const fragments = (keys: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...keys, ...PROTOTYPE_KEYS), nastyText),
        fc.oneof(
          nastyText,
          nastyValue.map(String),
          fc.constantFrom('1e9', '-1', 'NaN', '%', '%E0%A4%A', '1,2,3', 'all', 'javascript:alert(1)'),
        ),
      ),
      { maxLength: 6 },
    )
    .chain((pairs) =>
      fc
        .constantFrom(...[true, false])
        .map((escaped) =>
          pairs
            .map(([key, value]) =>
              escaped ? `${encodeSafely(key)}=${encodeSafely(value)}` : `${key}=${value}`,
            )
            .join('&'),
        ),
    );

const encodeSafely = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '�'));

/** A value with one part replaced by anything, or anything at all. */
export const alteredRecords = (sound: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
    }),
    fc
      .tuple(fc.array(fc.nat(), { maxLength: 6 }), fc.anything())
      .map(([path, value]) => altered(sound, path, value)),
  );

function altered(whole: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof whole !== 'object' || whole === null) return value;
  const keys = Object.keys(whole);
  if (keys.length === 0) return value;
  const key = keys[step % keys.length];
  const part = altered((whole as Record<string, unknown>)[key], rest, value);
  return Array.isArray(whole) ? whole.with(Number(key), part) : { ...whole, [key]: part };
}

/** A file of results, or nearly one: its name and its text. */
export const resultsFiles = ({
  records,
  tables,
}: {
  readonly records: readonly unknown[];
  readonly tables: readonly string[];
}) =>
  fc.oneof(
    fc.tuple(fc.constant('a.json'), fc.oneof(...records.map(alteredRecords)).map(toJson)),
    fc.tuple(fc.constant('a.json'), alteredText(records.map((record) => toJson(record)))),
    fc.tuple(fc.constantFrom('a.csv', 'a.json'), fc.oneof(alteredText(tables), table, nastyText, deep)),
  );
