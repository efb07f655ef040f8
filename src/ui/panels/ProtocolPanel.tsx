import { RANKING_OPTIONS } from '../../protocol/options/model';
import { SWEEP_OPTIONS } from '../../protocol/options/sweep';
import { sweepInBrief } from '../../report/brief/choices-in-brief';
import { useLab } from '../../state/use-lab';
import { ChoiceCard } from './ChoiceCard';
import { MoreOptions, OptionFields } from './OptionField';
import { PROTOCOL } from './texts';

const OF_PROTOCOL = { ...SWEEP_OPTIONS, ...RANKING_OPTIONS };

/** What is swept and how it is measured. */
export function ProtocolPanel() {
  const brief = useLab(({ choices }) => sweepInBrief(choices.sweep));
  return (
    <ChoiceCard name="protocol" step={3} heading={PROTOCOL.heading} of={OF_PROTOCOL} brief={brief}>
      <OptionFields of={SWEEP_OPTIONS} />
      <MoreOptions of={OF_PROTOCOL} />
    </ChoiceCard>
  );
}
