import { HUB_PATH } from '../lab/serve';
import { PHOTOGRAPHS, type View, VIEWS, LINK, FIRST, MODELS_COMPARED } from './views';

/** One person's visit: the runs that are made first, and the views that are then looked at. */
export interface Visit {
  readonly name: string;
  /** The choices of each run, as a link's fragment. */
  runs(server: string): readonly string[];
  readonly views: readonly View[];
}

/** Another scale for the integer formats than the defaults have. */
const OTHER_SCALE = 'calibration=vector&query=same';
const COCO_MINI =
  'data=coco-mini&pairing=all&samples=all&model=demo&dims=256,512&precisions=fp32,int4&ks=1,10';

export const VISITS: readonly Visit[] = [
  { name: 'first', runs: () => [], views: FIRST },
  { name: 'demo', runs: () => [OTHER_SCALE, ''], views: VIEWS },
  { name: 'photographs', runs: () => [`${COCO_MINI}&candidateSizes=10,40,all`], views: PHOTOGRAPHS },
  {
    name: 'models',
    runs: (server) =>
      ['fp32', 'q8'].map(
        (dtype) =>
          `model=clip-vit-b32&hub=${server}${HUB_PATH}&device=wasm&dtype=${dtype}&dims=512&samples=300`,
      ),
    views: MODELS_COMPARED,
  },
  { name: 'link', runs: () => ['samples=200&dims=256,512'], views: LINK },
];
