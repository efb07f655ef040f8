import {
  CALIBRATIONS,
  POOLS,
  PRECISIONS,
  PROJECTIONS,
  QUERY_FORMATS,
  type Pools,
  type ProjectionName,
} from '../sweep/config';
import { changeSweep } from '../state/store';
import { useLab } from '../state/use-lab';
import { Checks, NumberListField, Select, TextField } from './fields';

const POOLS_LABELS: Record<Pools, string> = {
  exact: 'exact: the mean over all pools',
  sampled: 'sampled: drawn from the seed',
  reference: 'reference: its own random stream',
};

const POOLS_WHY: Record<Pools, string> = {
  exact: 'In closed form, so no sampling noise; every size from one pass.',
  sampled: 'The same pools in every cell, so that cells can be compared pair by pair.',
  reference: 'NumPy’s stream bit for bit, to reproduce the Python pipeline’s numbers.',
};

const PROJECTION_LABELS: Record<ProjectionName, string> = {
  random: 'random Gaussian (the reference)',
  pca: 'principal components',
  truncate: 'first components',
};

const PROJECTION_WHY: Record<ProjectionName, string> = {
  random: 'Above the base dimension it adds bytes and no information.',
  pca: 'Fitted on this run’s own vectors, centred per modality.',
  truncate: 'Made for Matryoshka models.',
};

/** What is swept and how it is measured. */
export function ProtocolPanel() {
  const sweep = useLab((state) => state.choices.sweep);
  return (
    <section aria-labelledby="protocol-heading">
      <h2 id="protocol-heading">
        <span className="step">3</span> Protocol
      </h2>
      <NumberListField label="Dimensions" value={sweep.dims} onChange={(dims) => changeSweep({ dims })} />
      <Checks
        legend="Precisions"
        options={PRECISIONS}
        chosen={sweep.precisions}
        onChange={(precisions) => changeSweep({ precisions })}
      />
      <NumberListField
        label="Candidate pool sizes"
        value={sweep.candidateSizes}
        onChange={(candidateSizes) => changeSweep({ candidateSizes })}
      />
      <Select
        label="Pools"
        why={POOLS_WHY[sweep.pools]}
        value={sweep.pools}
        options={POOLS.map((pools) => [pools, POOLS_LABELS[pools]] as const)}
        onChange={(pools) => changeSweep({ pools })}
      />
      <Select
        label="Projection"
        why={PROJECTION_WHY[sweep.projection]}
        value={sweep.projection}
        options={PROJECTIONS.map((projection) => [projection, PROJECTION_LABELS[projection]] as const)}
        onChange={(projection) => changeSweep({ projection })}
      />
      <details>
        <summary>More choices</summary>
        <NumberListField
          label="K of Recall@K and NDCG@K"
          value={sweep.ks}
          onChange={(ks) => changeSweep({ ks })}
        />
        <TextField
          label="Seed"
          value={sweep.seed}
          write={String}
          read={(text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined)}
          onChange={(seed) => changeSweep({ seed })}
        />
        {sweep.pools === 'sampled' && (
          <NumberListField
            label="Pools drawn for each query"
            value={[sweep.repeats]}
            onChange={([repeats]) => changeSweep({ repeats })}
          />
        )}
        <Select
          label="Calibration of int8 and int4"
          why="CLIP has a few huge dimensions: a scale for each keeps levels for the others."
          value={sweep.calibration}
          options={CALIBRATIONS.map(
            (name) => [name, `one scale per ${name === 'global' ? 'matrix' : name}`] as const,
          )}
          onChange={(calibration) => changeSweep({ calibration })}
        />
        <Select
          label="Query vectors"
          why="Only the gallery is stored; the query may be held finer."
          value={sweep.query}
          options={QUERY_FORMATS.map((name) => [name, name === 'same' ? 'as the gallery' : name] as const)}
          onChange={(query) => changeSweep({ query })}
        />
        <Select
          label="Gallery mean"
          why="Subtracting it changes no fp32 ranking and frees levels."
          value={sweep.centre ? 'on' : 'off'}
          options={[
            ['on', 'subtracted before quantising'],
            ['off', 'left in'],
          ]}
          onChange={(centre) => changeSweep({ centre: centre === 'on' })}
        />
      </details>
    </section>
  );
}
