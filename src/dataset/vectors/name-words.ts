/** Words in the names of arrays, as people who save vectors call them. */

const TEXT_WORDS = ['text', 'texts', 'txt', 'caption', 'captions', 'cap', 'query', 'queries', 'question', 'questions', 'sentence', 'sentences', 'q', 't']; // prettier-ignore
const IMAGE_WORDS = ['image', 'images', 'img', 'imgs', 'video', 'videos', 'picture', 'pictures', 'photo', 'photos', 'vision', 'visual', 'corpus', 'doc', 'docs', 'document', 'documents', 'passage', 'passages', 'gallery', 'item', 'items', 'd', 'v', 'i']; // prettier-ignore
const TRUTH_WORDS = ['truth', 'gt', 'qrels', 'relevance', 'relevant', 'match', 'matches', 'positive', 'positives', 'pairs']; // prettier-ignore
const TEXT_KIND_WORDS = ['text', 'texts', 'txt', 'caption', 'captions', 'sentence', 'sentences', 'question', 'questions', 'doc', 'docs', 'document', 'documents', 'passage', 'passages']; // prettier-ignore
const IMAGE_KIND_WORDS = ['image', 'images', 'img', 'imgs', 'video', 'videos', 'picture', 'pictures', 'photo', 'photos', 'vision', 'visual', 'v', 'i']; // prettier-ignore
const LABEL_WORDS = ['text', 'texts', 'caption', 'captions', 'sentence', 'sentences', 'question', 'questions', 'title', 'titles', 'content', 'contents', 'label', 'labels']; // prettier-ignore
const PAIRS_WORDS = ['qrels', 'pairs'];
const ID_WORDS = ['id', 'ids', 'key', 'keys', 'name', 'names', 'filename', 'filenames', 'file', 'files', 'path', 'paths']; // prettier-ignore

/** The words of a name in lower case: "imgEmb_512" is img, emb, 512. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const has = (name: string, words: readonly string[]): boolean =>
  wordsOf(name).some((word) => words.includes(word));

/** The side that a name tells; undefined where it tells none, or both. */
export function sideOfName(name: string): 'text' | 'image' | undefined {
  const [text, image] = [has(name, TEXT_WORDS), has(name, IMAGE_WORDS)];
  if (text === image) return undefined;
  return text ? 'text' : 'image';
}

/** What a name says that its vectors are of; null where it does not say it, or says both. */
export function kindOfName(name: string): 'text' | 'image' | null {
  const [text, image] = [has(name, TEXT_KIND_WORDS), has(name, IMAGE_KIND_WORDS)];
  if (text === image) return null;
  return text ? 'text' : 'image';
}

export const isTruthName = (name: string): boolean => has(name, TRUTH_WORDS);

export const isPairsName = (name: string): boolean => has(name, PAIRS_WORDS);

export const hasIdWord = (name: string): boolean => has(name, ID_WORDS);

/** Whether a name says plainly that it holds ids, as `image_ids` does and `file_name` does not. */
export const isPlainIdName = (name: string): boolean => !isTruthName(name) && has(name, ['id', 'ids']);

/** Whether a name tells texts that a person can read. */
export const isLabelName = (name: string): boolean => !hasIdWord(name) && has(name, LABEL_WORDS);

export const isIdName = (name: string): boolean => !isTruthName(name) && hasIdWord(name);

/** Whether a file of judgements is called as that of a test split. */
export const isTestName = (name: string): boolean => has(name, ['test']);
