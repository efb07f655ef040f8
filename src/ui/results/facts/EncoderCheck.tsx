import { deviates } from '../../../encoder/conformance/conformance-warnings';
import type { RunRecord } from '../../../protocol/run-record';
import { saysFirst } from '../../../state/said-first';
import text from '../../primitives/text.module.css';
import { conformanceInWords } from './run-facts';

/**
 * How near the device's vectors come to WebAssembly's: once a visit, and again where the model, the device or its driver is another.
 * Where they differ, a warning says so instead; where nothing was compared, the run's details say why.
 */
export function EncoderCheck({ record }: { readonly record: RunRecord }) {
  const { conformance, model, device, started } = record;
  if (!conformance || conformance.lowestCosine === null || deviates(conformance)) return null;
  const what = [model?.id, model?.dtype, model?.processor, device.adapter, device.userAgent, conformance];
  if (!saysFirst(JSON.stringify(what), started)) return null;
  return (
    <p className={text.why} data-testid="conformance">
      {conformanceInWords(conformance)}
    </p>
  );
}
