import { lazy } from 'react';
import type { DataKind } from '../../protocol/data-kinds';
import { PAIRING_OPTIONS, SOURCE_OPTIONS } from '../../protocol/options/data';
import { HUB_OPTIONS } from '../../protocol/options/hub';
import { READING_OPTIONS } from '../../protocol/options/reading';
import { VECTOR_OPTIONS } from '../../protocol/options/vectors';
import { dataInBrief } from '../../report/brief/choices-in-brief';
import { missingData } from '../../state/files/missing-data';
import { useLab } from '../../state/use-lab';
import { hasPairFiles } from '../../state/files/watch-files';
import { Part } from '../primitives/Part';
import { ChoiceCard } from './ChoiceCard';
import { FilePicker } from './FilePicker';
import { MoreOptions, OptionFields } from './OptionField';
import { DATA } from './texts';

const OfSource = lazy(() => import('./data/OfSource').then((file) => ({ default: file.OfSource })));

/** The sources that have more to show than their options. */
const HAVE_MORE: readonly DataKind[] = ['coco', 'hub', 'files', 'npz'];

const OF_DATA = {
  ...SOURCE_OPTIONS,
  ...HUB_OPTIONS,
  ...READING_OPTIONS,
  ...VECTOR_OPTIONS,
  ...PAIRING_OPTIONS,
};

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
    <ChoiceCard name="data" step={1} heading={DATA.heading} of={OF_DATA} brief={brief} needed={needed}>
      <OptionFields of={SOURCE_OPTIONS} />
      {(data === 'files' || data === 'npz') && <FilePicker />}
      {HAVE_MORE.includes(data) && (
        <Part meanwhile={null}>
          <OfSource data={data} />
        </Part>
      )}
      <OptionFields of={PAIRING_OPTIONS} />
      <MoreOptions of={{ ...SOURCE_OPTIONS, ...PAIRING_OPTIONS }} />
    </ChoiceCard>
  );
}
