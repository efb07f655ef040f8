import { RANKERS, type RankerChoice } from '../../protocol/ranker';
import {
  CALIBRATIONS,
  POOLS,
  PRECISIONS,
  PROJECTIONS,
  QUERY_FORMATS,
  RESCORERS,
  type Pools,
  type ProjectionName,
  type SweepConfig,
} from '../../protocol/sweep-config';
import { changeChoices, changeSweep } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { Checks, NumberListField, Select, WholeNumberField } from '../primitives/fields';

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
  random: 'random (the reference)',
  pca: 'principal components',
  truncate: 'first components',
};

const PROJECTION_WHY: Record<ProjectionName, string> = {
  random: 'Gaussian. Above the base dimension it adds bytes and no information.',
  pca: 'Fitted on this run’s own vectors, centred per modality.',
  truncate: 'Made for Matryoshka models.',
};

const RANKER_LABELS: Record<RankerChoice, string> = {
  auto: 'a GPU where there is one',
  webgpu: 'WebGPU, be it software',
  cpu: 'the processor',
};

const RANKER_WHY: Record<RankerChoice, string> = {
  auto: 'Whole galleries go to a hardware adapter of WebGPU, all else to the processor.',
  webgpu: 'Takes a software adapter too: slower than the processor, there to check one by the other.',
  cpu: 'All in WebAssembly: the same ranks as a GPU’s, of floats up to rounding.',
};

/** What is swept and how it is measured. */
export function ProtocolPanel() {
  const sweep = useLab((state) => state.choices.sweep);
  const ranker = useLab((state) => state.choices.ranker);
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
      {sweep.precisions.includes('binary') && <Rescoring sweep={sweep} />}
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
        <WholeNumberField label="Seed" value={sweep.seed} onChange={(seed) => changeSweep({ seed })} />
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
        <Select
          label="Ranks on"
          why={RANKER_WHY[ranker]}
          value={ranker}
          options={RANKERS.map((name) => [name, RANKER_LABELS[name]] as const)}
          onChange={(name) => changeChoices({ ranker: name })}
        />
      </details>
    </section>
  );
}

/** What follows the Hamming ranking of binary vectors. */
function Rescoring({ sweep: { rescore, rescoreBy } }: { readonly sweep: SweepConfig }) {
  return (
    <>
      <WholeNumberField
        label="Binary: candidates scored again"
        why="So many of a query’s best by Hamming distance; 0 for none. It needs the finer vectors beside the binary ones."
        value={rescore}
        onChange={(count) => changeSweep({ rescore: count })}
      />
      {rescore > 0 && (
        <Select
          label="Scored again by"
          value={rescoreBy}
          options={RESCORERS.map((name) => [name, name] as const)}
          onChange={(name) => changeSweep({ rescoreBy: name })}
        />
      )}
    </>
  );
}
