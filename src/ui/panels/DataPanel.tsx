import { DATA_KINDS, DATA_PRESETS, withData } from '../../protocol/choices';
import { PAIRINGS, type Pairing } from '../../protocol/pairing';
import { changeChoices, setChoices } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { AddressField, CountField, Select } from '../primitives/fields';
import { FilePicker } from './FilePicker';

const PAIRING_LABELS: Record<Pairing, string> = {
  one: 'one caption per picture',
  all: 'every caption of each picture',
  reference: 'one gallery entry per caption (the reference)',
};

const PAIRING_WHY: Record<Pairing, string> = {
  one: 'The first caption of each picture; text i is right for picture i alone.',
  all: 'An image query has several relevant captions.',
  reference:
    'A picture stands in the gallery once for each of its captions, so pools hold identical twins of the right one: even a perfect model cannot reach 1.',
};

/** What is searched: captions, pictures, how they pair and how many. */
export function DataPanel() {
  const choices = useLab((state) => state.choices);
  const { data } = choices;
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">
        <span className="step">1</span> Data
      </h2>
      <Select
        label="Captions and pictures"
        why={DATA_PRESETS[data].why}
        value={data}
        options={DATA_KINDS.map((kind) => [kind, DATA_PRESETS[kind].label] as const)}
        onChange={(kind) => setChoices((now) => withData(now, kind))}
      />
      {data === 'coco' && (
        <AddressField
          label="Mirror"
          why="Holds annotations/captions_val2017.json and val2017/, and must answer with CORS."
          value={choices.cocoBase}
          onChange={(cocoBase) => changeChoices({ cocoBase })}
        />
      )}
      {data === 'url' && (
        <>
          <AddressField
            label="Captions (JSON, CSV, JSON lines)"
            value={choices.captionsUrl}
            onChange={(captionsUrl) => changeChoices({ captionsUrl })}
          />
          <AddressField
            label="Pictures"
            why="The folder that the file names are in, or a .zip."
            value={choices.imagesUrl}
            onChange={(imagesUrl) => changeChoices({ imagesUrl })}
          />
          <AddressField
            label="List of its pictures (JSON, optional)"
            value={choices.imagesIndex}
            onChange={(imagesIndex) => changeChoices({ imagesIndex })}
          />
        </>
      )}
      {data === 'npz' && (
        <AddressField
          label="Address of the .npz"
          why="Leave empty for a dropped file."
          value={choices.npzUrl}
          onChange={(npzUrl) => changeChoices({ npzUrl })}
        />
      )}
      {(data === 'files' || data === 'npz') && <FilePicker />}
      {data !== 'npz' && (
        <>
          <Select
            label="Pairing"
            why={PAIRING_WHY[choices.pairing]}
            value={choices.pairing}
            options={PAIRINGS.map((pairing) => [pairing, PAIRING_LABELS[pairing]] as const)}
            onChange={(pairing) => changeChoices({ pairing })}
          />
          <div className="field-row">
            <CountField
              label="Pairs, in file order"
              value={choices.samples}
              placeholder="all"
              onChange={(samples) => changeChoices({ samples })}
            />
            <button
              type="button"
              disabled={choices.samples === null}
              onClick={() => changeChoices({ samples: null })}
            >
              All
            </button>
          </div>
        </>
      )}
    </section>
  );
}
