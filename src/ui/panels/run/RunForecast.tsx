import { lazy } from 'react';
import { knownInput } from '../../../state/vectors/known-input';
import { useLab } from '../../../state/use-lab';
import { Part } from '../../primitives/Part';
import { Forecast } from './Forecast';

const VectorsForecast = lazy(() =>
  import('./VectorsForecast').then((file) => ({ default: file.VectorsForecast })),
);

/** What a run with the current choices will do, as far as that is known. */
export function RunForecast() {
  const choices = useLab((state) => state.choices);
  const inspection = useLab((state) => state.inspection);
  if (choices.data !== 'npz') return <Forecast known={knownInput({ choices, inspection })} />;
  return (
    <Part meanwhile={null}>
      <VectorsForecast />
    </Part>
  );
}
