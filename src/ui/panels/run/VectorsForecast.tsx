import { knownVectors } from '../../../state/vectors/known-vectors';
import { useLab } from '../../../state/use-lab';
import { Forecast } from './Forecast';

/** The forecast of a run on vectors that were made elsewhere. */
export function VectorsForecast() {
  const choices = useLab((state) => state.choices);
  const vectorArrays = useLab((state) => state.vectorArrays);
  return <Forecast known={knownVectors({ choices, vectorArrays })} />;
}
