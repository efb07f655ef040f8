import { text } from './kinds';

/** How a captions file is read, where it leaves a choice. */
export const READING_OPTIONS = {
  imageColumn: text({
    label: 'Column of the pictures',
    why: 'Of a table or of JSON records whose names do not say it. Leave empty to have it guessed.',
    default: '',
    link: 'imageColumn',
    flag: {
      name: 'image_column',
      help: 'the column (field) of a table or of JSON records that names the picture, where its name does not say it',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'url',
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
    isUsed: ({ data }) => data === 'url',
  }),
  split: text({
    label: 'Split',
    why: 'Of a file with Karpathy’s splits: test, val, train, restval, or all.',
    default: 'test',
    link: 'split',
    flag: {
      name: 'split',
      help: 'of a captions file with Karpathy’s splits: test, val, train, restval, or all',
      argument: '<name>',
    },
    isUsed: ({ data }) => data === 'url',
  }),
};
