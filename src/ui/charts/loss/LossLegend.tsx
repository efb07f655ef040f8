import { LOSS_PARTS } from '../../../report/charts/losses';
import { Swatches } from '../Swatches';
import { LOSS } from '../texts';

/** What the parts of a loss bar stand for. */
export const LossLegend = () => (
  <Swatches
    label={LOSS.parts}
    of={LOSS_PARTS.map((part) => [`--loss-${part}`, LOSS.partLabels[part]] as const)}
  />
);
