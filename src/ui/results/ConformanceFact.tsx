import { deviates } from '../../encoder/conformance/check-conformance';
import type { Conformance } from '../../protocol/conformance';
import { startRun } from '../../state/run-controller';
import { changeChoices } from '../../state/store';

/** Whether the device embeds as WebAssembly does, and a way to run there where it does not. */
export function ConformanceFact({ conformance }: { readonly conformance: Conformance }) {
  const { lowestCosine, notCompared, jpegDifference, golden } = conformance;
  const runOnWasm = () => {
    changeChoices({ device: 'wasm' });
    void startRun();
  };
  return (
    <p className="conformance" data-testid="conformance">
      {lowestCosine === null
        ? `Vectors not compared with WebAssembly's: ${notCompared}`
        : `Lowest cosine to WebAssembly's vectors of ${golden.length} fixed inputs: ${lowestCosine.toFixed(5)}`}
      {jpegDifference === 0 && ' · a known JPEG decodes to Pillow’s pixels'}
      {deviates(conformance) && (
        <>
          {' '}
          <button type="button" onClick={runOnWasm}>
            Run on WebAssembly
          </button>
        </>
      )}
    </p>
  );
}
