import { useState } from 'react';
import { BytesChart } from '../charts/BytesChart';
import { DIRECTIONS, type Direction } from '../charts/encoding';
import { Legend } from '../charts/Legend';
import { PoolChart } from '../charts/PoolChart';
import { largestPool } from '../charts/series';
import { useLab } from '../state/use-lab';
import { Downloads } from './Downloads';
import { FindingText } from './FindingText';
import { LeftOut } from './LeftOut';
import { ResultsTable } from './ResultsTable';
import { RunFacts } from './RunFacts';
import { Sized } from './Sized';

const SHOWN: readonly (readonly [string, readonly Direction[]])[] = [
  [DIRECTIONS.textToImage.label, ['textToImage']],
  [DIRECTIONS.imageToText.label, ['imageToText']],
  ['both', ['textToImage', 'imageToText']],
];

/** The results as they arrive: the finding, what was run, two charts, the table and the files. */
export function Results() {
  const run = useLab((state) => state.run);
  const [shown, setShown] = useState(0);
  const [marked, setMarked] = useState<string | null>(null);
  const sweep = run.record?.sweep;
  if (!sweep) return <Welcome />;
  const directions = SHOWN[shown][1];
  const k = sweep.ks[0];
  const pool = largestPool(run.rows);
  const chart = { rows: run.rows, dims: sweep.dims, directions, k, kIndex: 0 };
  return (
    <>
      <FindingText rows={run.rows} k={k} onCell={setMarked} />
      <RunFacts />
      <div className="segments" role="group" aria-label="Direction shown">
        {SHOWN.map(([label], i) => (
          <button key={label} type="button" aria-pressed={i === shown} onClick={() => setShown(i)}>
            {label}
          </button>
        ))}
      </div>
      <div className="charts">
        <figure>
          <figcaption>Recall@{k} against pool size</figcaption>
          <Sized height={300}>{(size) => <PoolChart {...chart} {...size} />}</Sized>
        </figure>
        <figure>
          <figcaption>
            Recall@{k} against bytes per vector{pool !== null && `, pools of ${pool}, with 95 % intervals`}
          </figcaption>
          <Sized height={300}>
            {(size) => <BytesChart {...chart} {...size} candidateSize={pool ?? 0} />}
          </Sized>
        </figure>
      </div>
      <Legend dims={sweep.dims} precisions={sweep.precisions} directions={directions} />
      <ResultsTable rows={run.rows} planned={run.plannedRows} k={k} marked={marked} />
      <Downloads />
      <LeftOut items={run.leftOut} />
    </>
  );
}

function Welcome() {
  return (
    <div className="welcome">
      <h2>Which embedding size, which precision, how large a pool?</h2>
      <p>
        This page embeds captions and pictures with a dual encoder in your browser, then measures text→image
        and image→text retrieval for every combination of dimension, precision and candidate pool. Nothing is
        uploaded.
      </p>
      <p>
        Press <strong>Run the demo</strong> for drawn scenes and a tiny model (not CLIP), choose COCO, or drop
        your own captions file and pictures anywhere on this page.
      </p>
    </div>
  );
}
