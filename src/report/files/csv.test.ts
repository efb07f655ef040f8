import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type ExportColumn, toCsv } from './csv';

interface Row {
  readonly text: string;
  readonly number: number | null;
}
const columns: ExportColumn<Row>[] = [
  { key: 't2v_recall@10', value: (row) => row.number },
  { key: 'note', value: (row) => row.text },
];

test('a header, then a line a row; null is an empty cell', () => {
  const rows = [
    { text: 'a "b", c', number: 0.1 + 0.2 },
    { text: '', number: null },
  ];
  expect(toCsv(columns, rows)).toBe('t2v_recall@10,note\n0.30000000000000004,"a ""b"", c"\n,\n');
});

test('no rows still give the header', () => {
  expect(toCsv(columns, [])).toBe('t2v_recall@10,note\n');
});

test('text that a spreadsheet would run is made harmless, numbers are not touched', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '=1+1\n', '=cmd|/C calc\r\n!A1']) {
    const [, cells] = Papa.parse<string[]>(toCsv(columns, [{ text, number: -0.5 }]), {
      delimiter: ',',
      newline: '\n',
    }).data;
    expect(cells).toEqual(['-0.5', `'${text}`]);
  }
});

test('every number reads back as the same number, every other text as the same text', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
  const text = fc.string({ unit: 'grapheme' }).filter((s) => !/^[=+\-@\t\r]/.test(s) && !/[\r\n]/.test(s));
  fc.assert(
    fc.property(fc.array(fc.record({ number, text }), { minLength: 1, maxLength: 5 }), (rows) => {
      const parsed = Papa.parse<string[]>(toCsv(columns, rows), { delimiter: ',', newline: '\n' }).data.slice(
        1,
        -1,
      );
      expect(parsed.map(([x, s]) => ({ number: Number(x), text: s }))).toEqual(rows);
    }),
  );
});
