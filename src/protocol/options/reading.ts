import { text } from './kinds';

/** How a captions file is read, where it leaves a choice. */
export const READING_OPTIONS = {
  imageColumn: text({
    label: 'Column of the pictures',
    why: 'Of a table, JSON records or a data set of the hub whose names do not say it. Leave empty to have it guessed.',
    default: '',
    link: 'imageColumn',
    flag: {
      name: 'image_column',
      help: 'the column (field) of a table, of JSON records or of a data set of the hub that names or holds the picture, where its name does not say it',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'url' || data === 'hub',
  }),
  captionColumn: text({
    label: 'Column of the captions',
    why: 'As above.',
    default: '',
    link: 'captionColumn',
    flag: {
      name: 'caption_column',
      help: 'the column (field) that holds the caption, as above',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'url' || data === 'hub',
  }),
  split: text({
    label: 'Split',
    why: 'Of a data set of the hub, or of a file with Karpathy’s splits: test, val, train, restval, or all.',
    default: 'test',
    link: 'split',
    flag: {
      name: 'split',
      help: 'of a data set of the hub; of a captions file with Karpathy’s splits: test, val, train, restval, or all',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'url' || data === 'hub',
  }),
};
