import { PAIRING_OPTIONS, SOURCE_OPTIONS } from '../../protocol/options/data';
import { useLab } from '../../state/use-lab';
import { CocoSources } from './data/CocoSources';
import { HubDataset } from './data/HubDataset';
import { InspectionPanel } from './data/InspectionPanel';
import { VectorArrays } from './data/VectorArrays';
import { FilePicker } from './FilePicker';
import { OptionFields } from './OptionField';
import panel from './panel.module.css';
import { DATA } from './texts';

/** What is searched: captions, pictures, how they pair and how many. */
export function DataPanel() {
  const data = useLab((state) => state.choices.data);
  return (
    <section className={panel.panel} aria-labelledby="data-heading">
      <h2 id="data-heading">
        <span className={panel.step}>1</span> {DATA.heading}
      </h2>
      <OptionFields of={SOURCE_OPTIONS} />
      {(data === 'files' || data === 'npz') && <FilePicker />}
      {data === 'coco' && <CocoSources />}
      {data === 'hub' && <HubDataset />}
      {data === 'files' && <InspectionPanel />}
      {data === 'npz' && <VectorArrays />}
      <OptionFields of={PAIRING_OPTIONS} />
    </section>
  );
}
