import { PAIRING_OPTIONS, SOURCE_OPTIONS } from '../../protocol/options/data';
import { dataInBrief } from '../../report/brief/choices-in-brief';
import { missingData } from '../../state/missing-data';
import { useLab } from '../../state/use-lab';
import { hasPairFiles } from '../../state/watch-files';
import { CocoSources } from './data/CocoSources';
import { HubDataset } from './data/HubDataset';
import { InspectionPanel } from './data/InspectionPanel';
import { VectorArrays } from './data/VectorArrays';
import { ChoiceCard } from './ChoiceCard';
import { FilePicker } from './FilePicker';
import { OptionFields } from './OptionField';
import { DATA } from './texts';

/** What is searched: captions, pictures, how they pair and how many. */
export function DataPanel() {
  const data = useLab((state) => state.choices.data);
  const brief = useLab(({ choices }) => dataInBrief(choices));
  const needed = useLab(
    (state) =>
      missingData(state) !== null ||
      (data === 'files' && hasPairFiles(state.files)) ||
      (data === 'npz' && state.files.vectors.length > 0),
  );
  return (
    <ChoiceCard name="data" step={1} heading={DATA.heading} brief={brief} needed={needed}>
      <OptionFields of={SOURCE_OPTIONS} />
      {(data === 'files' || data === 'npz') && <FilePicker />}
      {data === 'coco' && <CocoSources />}
      {data === 'hub' && <HubDataset />}
      {data === 'files' && <InspectionPanel />}
      {data === 'npz' && <VectorArrays />}
      <OptionFields of={PAIRING_OPTIONS} />
    </ChoiceCard>
  );
}
