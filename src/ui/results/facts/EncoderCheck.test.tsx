import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { agreedConformance } from '../../../../tests/support/agreed-conformance';
import type { Conformance } from '../../../protocol/conformance';
import type { RunRecord } from '../../../protocol/run-record';
import { EncoderCheck } from './EncoderCheck';

const html = (started: string, adapter: string, change: Partial<Conformance> = {}) => {
  const record = { device: { adapter }, conformance: { ...agreedConformance, ...change }, started };
  return renderToStaticMarkup(<EncoderCheck record={record as RunRecord} />);
};

test('that a device agrees is said at its first run in a visit, and again for another driver', () => {
  expect(html('first', 'driver 1')).toContain('0.99998');
  expect(html('first', 'driver 1')).toContain('0.99998');
  expect(html('second', 'driver 1')).toBe('');
  expect(html('second', 'driver 2')).toContain('0.99998');
});

test('a device that differs, and one that was not compared, are told elsewhere', () => {
  expect(html('third', 'driver 3', { lowestCosine: 0.998 })).toBe('');
  expect(html('third', 'driver 3', { lowestCosine: null, notCompared: 'memory is short' })).toBe('');
});
