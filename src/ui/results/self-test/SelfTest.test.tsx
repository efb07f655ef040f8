import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../sweep/self-test/self-test';
import { SelfTest } from './SelfTest';

const verdict = (arm: Verdict['arm'], sentence: string, passed = true): Verdict => ({
  arm,
  sentence,
  passed,
  expected: 0.5,
  measured: passed ? 0.5 : 0.9,
  tolerance: 0.01,
});

const shuffled = [verdict('shuffled', 'Recall is chance.'), verdict('shuffled', 'MRR is chance.')];
const oracle = [verdict('oracle', 'Recall is 1.'), verdict('oracle', 'MRR is .9 where 1 is right.', false)];

const html = (verdicts: Verdict[] | null, running = false) =>
  renderToStaticMarkup(
    <SelfTest
      selfTest={verdicts && { passed: verdicts.every(({ passed }) => passed), verdicts }}
      running={running}
      onRun={() => {}}
    />,
  );

test('a case is one line, with all its checks folded below it', () => {
  const passed = html(shuffled);
  expect(passed.match(/shuffled ground truth → chance/g)).toHaveLength(1);
  expect(passed).toContain('2 checks');
  expect(passed).toContain('Recall is chance.');
  expect(passed).toContain('MRR is chance.');
  expect(passed).not.toContain('<details open');
  expect(passed).not.toContain('role="alert"');
});

test('a case that was not run has no line', () => {
  expect(html(shuffled)).not.toContain('oracle');
});

test('a failed self-test raises an alert, and only the failed case is open', () => {
  const failed = html([...shuffled, ...oracle]);
  expect(/role="alert">([^<]*)</.exec(failed)?.[1]).toContain('no results are shown');
  const [, ...cases] = failed.slice(failed.indexOf('data-testid="self-test-cases"')).split('<li><details');
  expect(cases.map((one) => [one.startsWith(' open'), one.match(/✗/g)?.length ?? 0])).toEqual([
    [false, 0],
    [true, 2],
  ]);
  expect(cases[1]).toContain('1 of 2 checks failed');
});

test('before it is run there is no verdict; while it runs it cannot be started again', () => {
  expect(html(null)).not.toContain('<li');
  expect(html(null)).not.toContain('disabled');
  expect(html(null, true)).toContain('disabled');
});
