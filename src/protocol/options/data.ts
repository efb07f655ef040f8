import type { CocoPlace } from '../coco-places';
import { DATA_PRESETS, type DataKind } from '../data-kinds';
import type { Pairing } from '../pairing';
import type { Relevance } from '../relevance';
import { address, addresses, numberOrAll, select } from './kinds';
import type { Value } from './option';

export const DATA_SOURCES: Readonly<Record<DataKind, Value>> = {
  demo: {
    label: 'Built-in demo',
    why: 'Drawn scenes and a tiny model that is not CLIP. Starts at once and needs no network.',
  },
  'coco-mini': {
    label: 'COCO mini',
    why: 'Freely licensed photographs that come with the page, and their captions: a small sample for real CLIP.',
  },
  coco: {
    label: 'COCO val2017',
    why: 'The official 5,000 photographs, from the first source below that this page may read. The further right pairs of ECCV-Caption and CxC do not fit it: of their pictures, 593 are in val2017.',
  },
  hub: {
    label: 'Data set of the hub',
    why: 'Any public image–text data set of the Hugging Face hub, from the Parquet files that the hub makes of it, read in parts.',
  },
  url: {
    label: 'From URLs',
    why: 'A captions file and pictures from another host, which must allow requests from this page (CORS).',
  },
  files: {
    label: 'Your files',
    why: 'A captions file and its pictures (files, a folder or a zip). They never leave this browser.',
  },
  npz: {
    label: 'Embeddings (npz, npy, Parquet, JSON lines)',
    why: 'Vectors of texts and of images that were made elsewhere. Nothing is embedded here.',
  },
};

/** Where captions and pictures, or their vectors, come from. */
export const SOURCE_OPTIONS = {
  data: select<DataKind>({
    label: 'Captions and pictures',
    why: 'What is searched.',
    default: 'demo',
    values: DATA_SOURCES,
    link: 'data',
    flag: { name: 'data', help: 'a data set that needs no files of your own' },
  }),
  cocoSource: select<CocoPlace>({
    label: 'Source',
    why: 'Asked with small requests before anything is downloaded.',
    default: 'auto',
    values: {
      auto: {
        label: 'the first that can be read',
        why: 'In this order: the mirror, the Parquet files, the official host, the official host through the server of this page.',
      },
      mirror: { label: 'mirror, file by file' },
      parquet: {
        label: 'Parquet files of the hub',
        why: 'The same pictures and captions in a few large files, read in parts: far fewer requests. In the order of these files.',
      },
      official: {
        label: 'official host',
        why: 'Captions out of its zip of annotations. If it refuses this page, through the server of this page, where that passes requests on.',
      },
    },
    link: 'cocoSource',
    flag: { name: 'coco_source', help: 'with --data coco: where the pictures and captions are read from' },
    isUsed: ({ data }) => data === 'coco',
  }),
  /** The folder above `annotations/` and `val2017/`. */
  cocoBase: address({
    label: 'Mirror',
    why: 'Must hold annotations/captions_val2017.json and val2017/, and allow requests from this page (CORS).',
    advanced: true,
    default: 'https://huggingface.co/datasets/merve/coco/resolve/main',
    link: 'cocoBase',
    flag: { name: 'coco_base', help: 'with --data coco: the folder above annotations/ and val2017/' },
    isUsed: ({ data, cocoSource }) => data === 'coco' && (cocoSource === 'auto' || cocoSource === 'mirror'),
  }),
  /** The folder above `annotations/annotations_trainval2017.zip` and `val2017/`. */
  cocoOfficial: address({
    label: 'Official host',
    why: 'Must hold annotations/annotations_trainval2017.zip and val2017/.',
    advanced: true,
    default: 'https://s3.amazonaws.com/images.cocodataset.org',
    link: 'cocoOfficial',
    flag: {
      name: 'coco_official',
      help: 'with --data coco: the folder above annotations/annotations_trainval2017.zip and val2017/',
    },
    isUsed: ({ data, cocoSource }) => data === 'coco' && cocoSource === 'official',
  }),
  datasetsServer: address({
    label: 'Datasets server',
    why: 'Lists the Parquet files of data sets of the hub, and their sizes.',
    advanced: true,
    default: 'https://datasets-server.huggingface.co',
    link: 'datasetsServer',
    flag: { name: 'datasets_server', help: 'lists the Parquet files of data sets of the hub' },
    isUsed: ({ data, cocoSource }) => data === 'hub' || (data === 'coco' && cocoSource === 'parquet'),
  }),
  captionsUrl: address({
    label: 'Captions (JSON, CSV, JSON lines)',
    why: 'Address of a captions file.',
    default: '',
    link: 'captionsUrl',
    flag: {
      name: 'captions',
      help: 'captions as COCO JSON, CSV or JSON lines; requires --images',
      argument: '<file|url>',
    },
    isUsed: ({ data }) => data === 'url',
  }),
  imagesUrl: address({
    label: 'Pictures',
    why: 'Address of the folder that holds the pictures, or of a .zip.',
    default: '',
    link: 'imagesUrl',
    flag: {
      name: 'images',
      help: 'the pictures that the captions name; requires --captions',
      argument: '<folder|zip|url>',
    },
    isUsed: ({ data }) => data === 'url',
  }),
  /** A JSON list of the file names in the folder of pictures; empty where there is none. */
  imagesIndex: address({
    label: 'List of its pictures (JSON, optional)',
    why: 'The file names in that folder. Captions of pictures that are not listed are skipped.',
    advanced: true,
    default: '',
    link: 'imagesIndex',
    flag: { setBy: 'images' },
    isUsed: ({ data }) => data === 'url',
  }),
  /** Where embeddings are fetched from; empty where they were dropped on the page. */
  npzUrl: addresses({
    label: 'Addresses of the vectors',
    why: 'Leave empty to use dropped files. Spaces separate several addresses.',
    default: '',
    link: 'npzUrl',
    flag: {
      name: 'data_path',
      help: 'embeddings as .npz, .npy, .parquet or .jsonl files; no model runs',
      argument: '<file|url...>',
    },
    isUsed: ({ data }) => data === 'npz',
  }),
};

/** How captions and pictures pair, and how many pairs are used. */
export const PAIRING_OPTIONS = {
  pairing: select<Pairing>({
    label: 'Pairing',
    why: 'Which captions of a picture are used.',
    default: 'one',
    values: {
      one: {
        label: 'one caption per picture',
        why: 'The first caption of each picture, so each caption has one right picture.',
      },
      all: {
        label: 'every caption of each picture',
        why: 'A picture used as a query has several relevant captions.',
      },
      reference: {
        label: 'one gallery entry per caption (the reference pipeline)',
        why: 'A picture is in the gallery once for each of its captions, so pools contain copies of the right picture and even a perfect model cannot reach 1.',
      },
    },
    link: 'pairing',
    flag: { name: 'pairing', help: 'which captions of a picture are used' },
    isUsed: ({ data }) => data !== 'npz',
  }),
  relevance: select<Relevance>({
    label: 'Right pictures of a caption',
    why: 'Many captions also fit other pictures.',
    default: 'own',
    values: {
      own: { label: 'its own' },
      eccv: {
        label: 'its own and those of ECCV-Caption',
        why: 'Only for Karpathy’s test split of COCO with COCO’s ids or file names: 21,442 further pairs, found by models and verified by people.',
      },
      cxc: {
        label: 'its own and those of CxC',
        why: 'Only for Karpathy’s test split of COCO with COCO’s ids or file names: 10,614 further pairs from Crisscrossed Captions.',
      },
    },
    link: 'relevance',
    flag: {
      name: 'relevance',
      help: 'for Karpathy’s test split of COCO: also take the further right pairs of ECCV-Caption or CxC',
    },
    isUsed: ({ data }) => data === 'hub' || data === 'url' || data === 'files',
  }),
  /** Pictures in file order, with their captions; with pairing `reference` captions; null for all. */
  samples: numberOrAll({
    label: 'First N pictures',
    why: 'In file order, each with its captions; pairing “one gallery entry per caption” counts captions, as the reference does. Leave empty for all.',
    default: DATA_PRESETS.demo.samples,
    min: 1,
    max: 1e9,
    link: 'samples',
    flag: {
      name: 'num_samples',
      help: 'use the first n pictures in file order, each with its captions (with --pairing reference: n captions); ignored with --data_path',
      argument: '<n|all>',
    },
    isUsed: ({ data }) => data !== 'npz',
  }),
};
