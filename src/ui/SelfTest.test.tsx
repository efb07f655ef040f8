import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SelfTest, type SelfTestProps } from './SelfTest';

type Verdict = NonNullable<SelfTestProps['selfTest']>['verdicts'][number];

const chance: Verdict = {
  arm: 'shuffled truth',
  expected: 0.05,
  measured: 0.052,
  tolerance: 0.01,
  passed: true,
  sentence: 'Shuffled truth measures chance.',
};
const oracle: Verdict = {
  arm: 'oracle vectors',
  expected: 1,
  measured: 0.9,
  tolerance: 0,
  passed: false,
  sentence: 'Oracle vectors measure .9 where 1 is right.',
};

const html = (verdicts: Verdict[] | null, running = false) =>
  renderToStaticMarkup(
    <SelfTest
      selfTest={verdicts && { passed: verdicts.every(({ passed }) => passed), verdicts }}
      running={running}
      onRun={() => {}}
    />,
  );

test('a build that passes raises no alarm and shows its numbers', () => {
  const passed = html([chance]);
  expect(passed).not.toContain('role="alert"');
  expect(passed).toContain('shuffled truth → chance');
  expect(passed).toContain('expected .050 ± .010, measured .052');
});

test('a build that fails says so aloud, with the sentence of what failed and of nothing else', () => {
  const alert = /role="alert">([^<]*)</.exec(html([chance, oracle]))?.[1];
  expect(alert).toBe(
    'This build fails its self-test, so no results are shown: Oracle vectors measure .9 where 1 is right.',
  );
  expect(html([chance, oracle])).toContain('oracle vectors → 1');
});

test('before it is run there is no verdict; while it runs it cannot be started again', () => {
  expect(html(null)).not.toContain('<li');
  expect(html(null)).not.toContain('disabled');
  expect(html(null, true)).toContain('disabled');
});
