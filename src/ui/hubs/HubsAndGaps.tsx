import { mostCounted } from '../../report/charts/count-bins';
import { COSINE_COLUMNS, cosineBins, hubBins, hubColumns } from '../../report/charts/told/hub-columns';
import { toCsv } from '../../report/files/csv';
import type { CellGeometry } from '../../sweep/results/cell-geometry';
import { SIDES, type Direction } from '../../protocol/direction';
import type { SideNames } from '../../protocol/side-names';
import { cosine } from '../../report/formats/format';
import { separation } from '../../retrieval/geometry/pair-cosines';
import type { QueryRanks } from '../../sweep/results/query-ranks';
import type { ItemNames } from '../explorer/item-names';
import { ItemPicture } from '../explorer/ItemPicture';
import { ChartFrame } from '../charts/frame/ChartFrame';
import { DIRECTION_FILE_NAMES } from '../charts/frame/direction-file-names';
import text from '../primitives/text.module.css';
import tiles from '../primitives/tiles.module.css';
import { CosineHistogram, usedBins } from './CosineHistogram';
import { HubCounts } from './HubCounts';
import styles from './HubsAndGaps.module.css';
import { Swatches } from '../charts/Swatches';
import { HUBS } from './texts';
import { useGeometry } from './use-geometry';

/** Items that are shown of those found most often. */
const TOP = 6;

interface HubsAndGapsProps {
  readonly a: QueryRanks;
  readonly b: QueryRanks;
  readonly direction: Direction;
  readonly sides: SideNames;
  readonly names: ItemNames;
  /** Queries of the direction. */
  readonly queries: number;
  readonly cellName: (cell: QueryRanks) => string;
}

/** How evenly the gallery is found, and how far right pairs lie from wrong ones, under two cells. */
export function HubsAndGaps({ a, b, direction, sides, names, queries, cellName }: HubsAndGapsProps) {
  const [ofA, ofB] = [useGeometry(a, direction), useGeometry(b, direction)];
  if (!ofA || !ofB) return <p className={text.why}>{HUBS.measuring}</p>;
  if ('error' in ofA) return <p className={text.why}>{HUBS.failed(ofA.error)}</p>;
  if ('error' in ofB) return <p className={text.why}>{HUBS.failed(ofB.error)}</p>;
  const side = sides[SIDES[direction].gallery];
  const both = [
    { letter: 'A', name: cellName(a), ...ofA },
    { letter: 'B', name: cellName(b), ...ofB },
  ] as const;
  const cellNames = [both[0].name, both[1].name] as const;
  const swatches = (
    <Swatches
      of={[
        ['--side-a', `A ${cellNames[0]}`],
        ['--side-b', `B ${cellNames[1]}`],
      ]}
    />
  );
  const counted = hubBins(ofA.hubness, ofB.hubness);
  const bins = usedBins(both.flatMap(({ geometry }) => geometry?.cosines ?? []));
  return (
    <div className={styles.hubs} data-testid="hubs">
      <ChartFrame
        name={`hubs_${DIRECTION_FILE_NAMES[direction]}`}
        title={HUBS.hubs(side, ofA.hubness.k)}
        sentence={null}
        csv={() => toCsv(hubColumns(cellNames), counted)}
        legend={swatches}
        above={swatches}
        height={240}
        draw={(size) => (
          <HubCounts {...size} side={side} k={ofA.hubness.k} bins={counted} names={cellNames} />
        )}
        below={<p className={text.why}>{HUBS.hubsWhy(side)}</p>}
      />
      <Figures cells={both} queries={queries} />
      <div className={styles.pair}>
        {both.map(({ letter, name, geometry }) => (
          <div key={letter}>
            {geometry ? (
              <ChartFrame
                name={`cosines_${letter}_${DIRECTION_FILE_NAMES[direction]}`}
                title={HUBS.cosinesOf(`${letter} ${name}`)}
                sentence={null}
                csv={() => toCsv(COSINE_COLUMNS, cosineBins(geometry.cosines, bins))}
                legend={<Swatches of={PAIRS} />}
                height={200}
                draw={(size) => <CosineHistogram {...size} cosines={geometry.cosines} bins={bins} />}
              />
            ) : (
              <>
                <h3>{HUBS.cosinesOf(`${letter} ${name}`)}</h3>
                <p className={text.why}>{HUBS.none}</p>
              </>
            )}
          </div>
        ))}
      </div>
      <Swatches of={PAIRS} />
      {ofA.geometry && <p className={text.why}>{HUBS.cosinesWhy(ofA.geometry.cosines.right)}</p>}
      <div className={styles.pair}>
        {both.map(({ letter, name, hubness: { counts } }) => (
          <section key={letter} aria-label={HUBS.topHubs(name)}>
            <h3>{HUBS.topHubs(`${letter} ${name}`)}</h3>
            <ol className={names.pictures === 'gallery' ? tiles.tiles : styles.rows}>
              {mostCounted(counts, TOP).map((item) => (
                <li key={item} className={tiles.tile}>
                  {names.pictures === 'gallery' && <ItemPicture fileName={names.fileName(item)} />}
                  <span>{names.gallery(item)}</span>
                  <strong>{HUBS.most(counts[item])}</strong>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

/** What the colours of cosines stand for. */
const PAIRS = [
  ['--good', HUBS.right],
  ['--chance', HUBS.wrong],
] as const;

type NamedCell = CellGeometry & { readonly letter: string; readonly name: string };

/** The numbers of both cells, side by side. */
function Figures({ cells, queries }: { readonly cells: readonly NamedCell[]; readonly queries: number }) {
  const lines: readonly (readonly [string, (cell: NamedCell) => string])[] = [
    [HUBS.skewness, ({ hubness }) => hubness.skewness.toFixed(2)],
    [HUBS.largest, ({ hubness }) => HUBS.ofQueries(hubness, queries)],
    [HUBS.never, ({ hubness: { never, counts } }) => HUBS.ofAll(never, counts.length)],
    [HUBS.right, ({ geometry }) => (geometry ? HUBS.mean(geometry.cosines.right) : '–')],
    [HUBS.wrong, ({ geometry }) => (geometry ? HUBS.mean(geometry.cosines.wrong) : '–')],
    [HUBS.separation, ({ geometry }) => (geometry ? HUBS.apart(separation(geometry.cosines)) : '–')],
    [HUBS.gap, ({ geometry }) => (geometry ? cosine(geometry.gap) : '–')],
  ];
  return (
    <div className={styles.figures}>
      <table>
        <thead>
          <tr>
            <th scope="col">{HUBS.settings}</th>
            {cells.map(({ letter, name }) => (
              <th key={letter} scope="col">
                <span className={letter === 'A' ? styles.a : styles.b}>{letter}</span> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td key={cell.letter}>{value(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={text.why}>{HUBS.separationWhy}</p>
      <p className={text.why}>{HUBS.gapWhy}</p>
    </div>
  );
}
