import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { openItemTexts } from './item-texts';
import { judgementsInWords } from './judgements-in-words';
import { matchQrels } from './match-qrels';
import { readQrels } from './read-qrels';
import { fileBesideVectors } from './recognise';

const read = (text: string, name = 'test.tsv') => readQrels(new Blob([text]), name);
const kind = (text: string, name: string) => fileBesideVectors(new Blob([text]), name);

const BEIR = 'query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq2\td3\t1\n';
const SAME = { queryIds: ['q1', 'q1', 'q2'], itemIds: ['d1', 'd2', 'd3'], grades: [2, 0, 1] };

describe('the forms of judgements', () => {
  test('BEIR, MTEB and TREC say the same', async () => {
    const mteb = SAME.queryIds.map((q, i) =>
      JSON.stringify({ 'query-id': q, 'corpus-id': SAME.itemIds[i], score: SAME.grades[i] }),
    );
    const trec = SAME.queryIds.map((q, i) => `${q} 0 ${SAME.itemIds[i]} ${SAME.grades[i]}`);
    expect(await read(BEIR)).toEqual(SAME);
    expect(await read(BEIR.replaceAll('\n', '\r\n'))).toEqual(SAME);
    expect(await read(mteb.join('\n'), 'test.jsonl')).toEqual(SAME);
    expect(await read(trec.join('\n'), 'qrels.txt')).toEqual(SAME);
    expect(await read(trec.join('\r\n').replaceAll(' ', '\t'), 'a.qrels')).toEqual(SAME);
  });

  test('MTEB’s Parquet files on the hub say the same, and are told from vectors by their columns', async () => {
    const columns = [
      { name: 'query-id', data: SAME.queryIds, type: 'STRING' },
      { name: 'corpus-id', data: SAME.itemIds, type: 'STRING' },
      { name: 'score', data: SAME.grades.map(BigInt), type: 'INT64' },
    ] as const;
    const file = (of: readonly (typeof columns)[number][]) =>
      new Blob([parquetWriteBuffer({ columnData: of.map((one) => ({ ...one, data: [...one.data] })) })]);
    expect(await readQrels(file(columns), 'test.parquet')).toEqual(SAME);
    expect((await readQrels(file(columns.slice(0, 2)), 'test.parquet')).grades).toEqual([1, 1, 1]);
    expect(await fileBesideVectors(file(columns), 'test.parquet')).toBe('qrels');
    expect(await fileBesideVectors(file(columns.slice(1)), 'test.parquet')).toBeNull();
    expect(await fileBesideVectors(new Blob(['PAR1']), 'test.parquet')).toBeNull();
    await expect(readQrels(file(columns.slice(1)), 'test.parquet')).rejects.toThrow('query-id');
  });

  test('a quoted id may hold a tab, a quote or a line break', async () => {
    const { queryIds } = await read(
      'query-id\tcorpus-id\tscore\n"a\tb"\td1\t1\n"c""d"\td1\t1\n"e\nf"\td1\t1\n',
    );
    expect(queryIds).toEqual(['a\tb', 'c"d', 'e\nf']);
  });

  test('a line that is not one is named', async () => {
    await expect(read('q1 0 d1 1\nq2 0 d2 1\nq3 0 d3\n', 'a.txt')).rejects.toThrow(
      'a.txt, line 3 has 3 words',
    );
    await expect(read('query-id\tcorpus-id\tscore\nq1\td1\tgood\n')).rejects.toThrow(
      '"good", which is not a number',
    );
    await expect(read('query-id\tcorpus-id\tscore\n')).rejects.toThrow('no line below its header');
    await expect(read('a\tb\tc\n')).rejects.toThrow('holds no judgements');
  });
});

test('files beside vectors are told from captions by their first line', async () => {
  expect(await kind(BEIR, 'test.tsv')).toBe('qrels');
  expect(await kind('1 0 d1 1\n1 0 d2 0\n', 'qrels.txt')).toBe('qrels');
  expect(await kind('{"_id":"d1","title":"A","text":"b","metadata":{}}\n', 'corpus.jsonl')).toBe('texts');
  expect(await kind('{"id":"d1","text":"b"}\n', 'queries.jsonl')).toBe('texts');
  for (const [text, name] of [
    ['file\tcaption\na.jpg\ta cat\n', 'a.tsv'],
    ['{"_id":1,"image":"a.jpg","text":"a cat"}\n', 'a.jsonl'],
    ['{"id":1,"text":"a","vector":[1,2]}\n', 'queries.jsonl'],
    ['a cat on a mat\n', 'a.txt'],
    [BEIR, 'a.npz'],
    ['', 'a.tsv'],
  ])
    expect(await kind(text, name)).toBeNull();
});

describe('matching judgements with vectors', () => {
  const judged = {
    queryIds: ['q1', 'q1', 'q2', 'q9', 'q2'],
    itemIds: ['10', '11', '12', '10', '99'],
    grades: [2, 0, 1, 1, -1],
  };
  const sides = { textIds: ['q2', 'q1'], imageIds: [10, 11, 12] };

  test('every judgement is counted once: right, not relevant, or of an id that no vector has', () => {
    const { pairs, counts } = matchQrels(judged, sides, 'test.tsv');
    expect([[...pairs.texts], [...pairs.images], [...pairs.grades!]]).toEqual([
      [1, 0],
      [0, 2],
      [2, 1],
    ]);
    expect(counts.right + counts.notRelevant + counts.unmatched).toBe(counts.judgements);
    expect(judgementsInWords('test.tsv', counts)).toBe(
      'test.tsv holds 5 judgements: 2 of right pairs, 1 not relevant (graded 0 or less), 2 of ids that no vector has ' +
        '(1 query id: q9; 1 item id: 99).',
    );
  });

  test('judgements that match nothing are refused with the ids of both, and what would help', () => {
    expect(() => matchQrels(judged, { textIds: [0, 1], imageIds: [0, 1] }, 'test.tsv')).toThrow(
      'test.tsv judges none of these vectors. It has query ids such as q1, q2, q9 and item ids such as 10, 11, 12; ' +
        'the vectors of the queries have ids such as 0, 1, and those of the items such as 0, 1. Choose the arrays',
    );
    expect(() => matchQrels(judged, { textIds: [10, 11], imageIds: ['q1'] }, 'a')).toThrow(
      'the other way round',
    );
  });

  test('what cannot be decided is refused', () => {
    expect(() => matchQrels(judged, { ...sides, imageIds: [10, '10'] }, 'a')).toThrow('have the same id, 10');
    const twice = { queryIds: ['q1', 'q1'], itemIds: ['10', '10'], grades: [1, 2] };
    expect(() => matchQrels(twice, sides, 'a')).toThrow(
      'a grades query q1 and item 10 twice, with 1 and with 2',
    );
    const none = { queryIds: ['q1'], itemIds: ['10'], grades: [0] };
    expect(() => matchQrels(none, sides, 'a')).toThrow('nothing is right for any query');
  });
});

test('texts are found by id, with their title', async () => {
  const lines = [
    { _id: 'd1', title: 'A', text: 'b' },
    { _id: 2, text: 'c' },
    { _id: '__proto__', title: '', text: 'd' },
  ];
  const file = new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]);
  const texts = await openItemTexts(file, 'corpus.jsonl');
  expect(texts.ids).toEqual(['d1', '2', '__proto__']);
  expect(await texts.textsOf(new Set(['d1', '__proto__', 'x']))).toEqual(
    new Map([
      ['d1', 'A b'],
      ['__proto__', 'd'],
    ]),
  );
  await expect(openItemTexts(new Blob(['{"_id":1}\n{"_id":"1"}']), 'a')).rejects.toThrow(
    'a, line 2: the id "1"',
  );
  await expect(openItemTexts(new Blob(['{"text":"a"}']), 'a')).rejects.toThrow('a, line 1: _id is missing');
});
