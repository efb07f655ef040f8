import { deviates } from '../../../encoder/conformance/conformance-warnings';
import type { Conformance } from '../../../protocol/conformance';
import { startRun } from '../../../state/run-controller';
import { changeChoices } from '../../../state/store';
import { CONFORMANCE } from './texts';

/** A button that runs on WebAssembly, where the device gives other vectors, as a warning says. */
export function RunOnWasm({ conformance }: { readonly conformance: Conformance }) {
  if (!deviates(conformance)) return null;
  const runOnWasm = () => {
    changeChoices({ device: 'wasm' });
    void startRun();
  };
  return (
    <p>
      <button type="button" onClick={runOnWasm}>
        {CONFORMANCE.runOnWasm}
      </button>
    </p>
  );
}
