import { lazy } from 'react';
import type { DataKind } from '../../protocol/data-kinds';
import { PAIRING_OPTIONS, SOURCE_OPTIONS } from '../../protocol/options/data';
import { useLab } from '../../state/use-lab';
import { FilePicker } from './FilePicker';
import { OptionFields } from './OptionField';
import { Part } from '../primitives/Part';
import panel from './panel.module.css';
import { DATA } from './texts';

const OfSource = lazy(() => import('./data/OfSource').then((file) => ({ default: file.OfSource })));

/** The sources that have more to show than their options. */
const HAVE_MORE: readonly DataKind[] = ['coco', 'hub', 'files', 'npz'];

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
      {HAVE_MORE.includes(data) && (
        <Part meanwhile={null}>
          <OfSource data={data} />
        </Part>
      )}
      <OptionFields of={PAIRING_OPTIONS} />
    </section>
  );
}
