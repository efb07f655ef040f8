import type { DroppedInspection } from '../../../dataset/dropped/inspect-dropped';
import type { Inspection, Listed } from '../../../dataset/inspect/inspect';
import { contextOf } from '../../../state/files/watch-files';
import { changeChoices } from '../../../state/store';
import { useLab } from '../../../state/use-lab';
import { Select } from '../../primitives/fields';
import text from '../../primitives/text.module.css';
import panel from '../panel.module.css';
import { INSPECTION, RECORDS } from './texts';
import styles from './InspectionPanel.module.css';
import { RecordsPreview } from './RecordsPreview';
import { Taken } from './Taken';
import { Thumbnails } from './Thumbnails';

/** What dropped captions and pictures were taken for, before anything runs. */
export function InspectionPanel() {
  const found = useLab((state) => state.inspection);
  if (found === 'none') return null;
  return (
    <section className={panel.panel} aria-label={INSPECTION.label} data-testid="inspection">
      {found === 'reading' ? (
        <p className={text.why}>{INSPECTION.reading}</p>
      ) : (
        <>
          <Taken found={found} />
          {found.inspection && <Facts {...found.inspection} />}
          <Thumbnails pictures={found.thumbnails} />
          {found.splits && <SplitSelect splits={found.splits} />}
          {found.head && <Columns head={found.head} />}
        </>
      )}
    </section>
  );
}

/** What a run would leave out or should know of; what there is none of is not shown. */
function Facts({ perPicture, duplicates, tooLong, empty, missing, unnamed, sameName }: Inspection) {
  const context = useLab((state) => contextOf(state.choices));
  const lists: readonly (readonly [Listed, string])[] = [
    [missing, INSPECTION.missing],
    [unnamed, INSPECTION.unnamed],
    [sameName, INSPECTION.sameName],
    [duplicates, INSPECTION.duplicates],
    [tooLong, INSPECTION.tooLong(context)],
    [empty, INSPECTION.empty],
  ];
  return (
    <dl className={styles.facts}>
      <dt>{INSPECTION.perPicture}</dt>
      <dd>{INSPECTION.spread(perPicture.min, perPicture.median, perPicture.max)}</dd>
      {lists.flatMap(([{ count, examples }, label]) =>
        count === 0
          ? []
          : [
              <dt key={label}>{label}</dt>,
              <dd key={`${label} count`}>{INSPECTION.count(count)}</dd>,
              <dd key={`${label} examples`} className={styles.examples}>
                {INSPECTION.examples(examples, count)}
              </dd>,
            ],
      )}
    </dl>
  );
}

function SplitSelect({ splits }: { splits: NonNullable<DroppedInspection['splits']> }) {
  const split = useLab((state) => state.choices.split);
  const total = Object.values(splits).reduce((sum, pictures) => sum + pictures, 0);
  return (
    <Select
      label={INSPECTION.split}
      value={split}
      options={[...Object.entries(splits), ['all', total] as const].map(([name, pictures]) => [
        name,
        INSPECTION.splitOf(name, pictures),
      ])}
      onChange={(next) => changeChoices({ split: next })}
    />
  );
}

function Columns({ head: { preview, found } }: { head: NonNullable<DroppedInspection['head']> }) {
  const { imageColumn, captionColumn } = useLab((state) => state.choices);
  return (
    <RecordsPreview
      {...preview}
      roles={[
        {
          label: RECORDS.image,
          chosen: preview.columns.includes(imageColumn) ? imageColumn : '',
          guessed: found.image?.name ?? null,
          onChoose: (column) => changeChoices({ imageColumn: column }),
        },
        {
          label: RECORDS.caption,
          chosen: preview.columns.includes(captionColumn) ? captionColumn : '',
          guessed: found.caption?.name ?? null,
          onChoose: (column) => changeChoices({ captionColumn: column }),
        },
      ]}
    />
  );
}
