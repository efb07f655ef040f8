import type { NotKept } from '../run/not-kept';
import { count, counted, minute } from '../report/formats/format';
import { listed } from '../sweep/plan/fit/words';
import type { Readiness } from '../state/unfinished/offers';
import type { UnfinishedRun } from '../state/unfinished/unfinished-run';

/** The words of the page around its panels and results. */

export const PAGE = {
  title: 'Cross-modal retrieval lab',
  tagline: 'text ↔ image, measured in this tab',
  theme: (theme: string) => `Theme: ${theme}`,
  copyLink: 'Copy link',
  licences: 'Licences of everything on this page',
  dismiss: 'Dismiss',
  skip: 'Skip to',
  skipTo: { results: 'Skip to the results', table: 'Skip to the table', downloads: 'Skip to the downloads' },
  choices: 'Choices',
  choicesHeading: 'Data, model and protocol',
  close: 'Close',
  dropHere: 'Drop captions, pictures, a folder, a zip, vectors or a model',
};

export const LINK = {
  copied: (hasFigures: boolean) =>
    `A link has been copied to the clipboard. It holds the choices and what is in view, ${
      hasFigures
        ? 'and the numbers of this run, so that whoever runs it sees whether theirs are the same.'
        : 'but no numbers: there is no finished run with these choices on screen.'
    } It does not include dropped files.`,
  copyByHand:
    'This browser does not let the page copy. Copy the link from here (it does not include dropped files):',
  close: 'Hide the link',
};

const UNKEPT_WORDS: Readonly<Record<NotKept['what'], string>> = {
  files: 'your files',
  embeddings: 'the embeddings',
  thumbnails: 'the small pictures',
  encoder: 'the check of the encoder',
  history: 'this run in the history',
  results: 'these results',
};

export const NOT_KEPT = {
  /** One sentence for all that is not kept for the same reason. */
  sentence: (what: readonly NotKept['what'][], why: string) =>
    `Not kept for your next visit: ${listed(what.map((each) => UNKEPT_WORDS[each]))}. ${why}`,
};

export const UNFINISHED = {
  sentence: ({ data, started, pictures }: UnfinishedRun) =>
    [
      `${pictures ? `A run of ${counted(pictures.total, 'picture')}` : 'A run'} (${data}) was under way when this page was left.`,
      `It began on ${minute(started)}`,
      pictures
        ? `and had come to picture ${count(pictures.done)}; what was embedded is not embedded again.`
        : 'and had not come to its pictures.',
    ].join(' '),
  needs: {
    ready: '',
    'to-allow': 'The browser will ask whether this page may read its files again.',
    'to-give': 'Give its files again first: they are named under Data.',
    gone: 'Its files are no longer kept in this browser: drop them again and press Run.',
  } satisfies Record<Readiness, string>,
  goOn: 'Go on',
  dismiss: 'Dismiss',
};
