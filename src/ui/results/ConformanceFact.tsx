import { deviates } from '../../encoder/conformance/conformance-warnings';
import type { Conformance } from '../../protocol/conformance';
import { startRun } from '../../state/run-controller';
import { changeChoices } from '../../state/store';
import styles from './RunResults.module.css';
import { CONFORMANCE } from './texts';

/** Whether the device gives the same vectors as WebAssembly, with a button to run there where it does not. */
export function ConformanceFact({ conformance }: { readonly conformance: Conformance }) {
  const { lowestCosine, notCompared, jpegDifference, golden } = conformance;
  const runOnWasm = () => {
    changeChoices({ device: 'wasm' });
    void startRun();
  };
  return (
    <p className={styles.facts} data-testid="conformance">
      {lowestCosine === null
        ? CONFORMANCE.notCompared(notCompared ?? '')
        : CONFORMANCE.cosine(lowestCosine, golden.length)}
      {jpegDifference === 0 && ` · ${CONFORMANCE.samePixels}`}
      {deviates(conformance) && (
        <>
          {' '}
          <button type="button" onClick={runOnWasm}>
            {CONFORMANCE.runOnWasm}
          </button>
        </>
      )}
    </p>
  );
}
