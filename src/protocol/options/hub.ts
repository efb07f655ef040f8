import * as v from 'valibot';
import { text } from './kinds';

const NAME = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/;

const dataset = text({
  label: 'Data set',
  why: 'owner/name on the Hugging Face hub. It must be public, with pictures in it and not only their addresses.',
  default: 'clip-benchmark/wds_mscoco_captions',
  link: 'dataset',
  flag: { name: 'dataset', help: 'with --data hub: owner/name of the data set', argument: '<owner/name>' },
  isUsed: ({ data }) => data === 'hub',
});

/** Which data set of the hub is read. */
export const HUB_OPTIONS = {
  dataset: {
    ...dataset,
    schema: v.pipe(
      dataset.schema,
      v.check(
        (name) => NAME.test(name),
        ({ input }) => `“${input}” is not the name of a data set, owner/name`,
      ),
    ),
  },
  config: text({
    label: 'Config',
    why: 'Of data sets with several configs (subsets). Leave empty for “default”, or else the first.',
    default: '',
    link: 'config',
    flag: {
      name: 'config',
      help: 'with --data hub: the config (subset) of the data set',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'hub',
  }),
};

/** Data sets of the hub that are offered by name. */
export const HUB_PRESETS: readonly { readonly label: string; readonly dataset: string }[] = [
  { label: 'COCO, Karpathy’s test 5k', dataset: 'clip-benchmark/wds_mscoco_captions' },
  { label: 'the same, another copy', dataset: 'nlphuji/mscoco_2014_5k_test_image_text_retrieval' },
  { label: 'COCO val2017', dataset: 'clip-benchmark/wds_mscoco_captions2017' },
];
