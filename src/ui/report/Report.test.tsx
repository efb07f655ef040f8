import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../protocol/run-record';
import { DEFAULT_SWEEP } from '../../protocol/sweep-config';
import { lossOf, measuredRow } from '../../../tests/support/rows';
import { reportHtml } from './make-report';

const rows = [
  measuredRow({ precision: 'fp32' }, { mean: 0.5, margin: 0.1, loss: [lossOf(0, 0, 0.1)] }),
  measuredRow({ precision: 'int4' }, { mean: 0.4, margin: 0.1 }),
];

/** The report of a run in which a text stands wherever a run can hold one from outside. */
function reportWith(text: string): string {
  const record: RunRecord = {
    appVersion: text,
    data: {
      label: text,
      fingerprint: text,
      source: text,
      sourcesRefused: [{ source: text, reason: text }],
      furtherPairs: { of: text, pairs: 3 },
      sides: { text: { one: text, many: text }, image: { one: text, many: text } },
      pairing: 'one',
      samplesAsked: 500,
      samples: 400,
      texts: 400,
      images: 400,
      leftOut: [],
    },
    vectors: { baseDim: 512, fingerprint: text },
    model: {
      id: text,
      source: text,
      revision: text,
      dtype: text,
      preprocessing: text,
      runtime: text,
      processor: text,
    },
    device: { name: text, adapter: text, threads: 2, userAgent: text },
    engine: { kernels: text, workers: 2, gpu: text },
    substitutions: [text],
    sweep: { ...DEFAULT_SWEEP, ks: [10] },
    started: text,
    finished: text,
  };
  return reportHtml({
    run: {
      record,
      rows: rows.map((row) => ({ ...row, note: text })),
      plannedRows: 3,
      caveats: [text],
      leftOut: [{ id: text, fileName: text, what: 'image', reason: text }],
    },
    charts: [{ name: 'text→image', charts: [{ title: text, svg: '<svg role="img"></svg>', isLoss: true }] }],
    baseline: { inWords: text, isPaired: true, pinned: { dim: 512, projection: 'none', precision: 'int4' } },
    css: '',
    policy: "default-src 'none'",
  });
}

/** The markup alone: each tag with the names of its attributes. */
const markupOf = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '='));

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const hostile = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('<', '>', '"', "'", '&', '=', '/', '-->', '</title>', '<script>', '&lt;', 'a', ' '),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('')),
);

test('no text of a run changes the markup of its report, and each is there to be read', () => {
  const plain = markupOf(reportWith('a'));
  fc.assert(
    fc.property(hostile, (text) => {
      const html = reportWith(text);
      expect(markupOf(html)).toEqual(plain);
      expect(decoded(html)).toContain(`<h1>${text}</h1>`);
    }),
    { numRuns: 200 },
  );
});

test('a report says how much of a run there is, what was replaced and what was left out', () => {
  const html = reportWith('x');
  expect(html).toContain('2 of 3 cells were computed');
  expect(html).toContain('1 left out of this run');
  expect(html).toContain('<li>x</li>');
});

test('the policy stands before all that it is about', () => {
  const html = reportWith('x');
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
});

test('what colours and shapes stand for is said before the charts, and their headings begin with a capital letter', () => {
  const html = reportWith('points lost');
  expect(html.indexOf('aria-label="Legend"')).toBeLessThan(html.indexOf('<figure'));
  expect(html).toContain('<figcaption>Points lost, text→image</figcaption>');
});
