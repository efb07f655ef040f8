import { directionName, type SideNames } from '../../protocol/side-names';
import { answerable, transpose } from '../../retrieval/ranks/qrels';
import type { EvaluationInput } from '../../sweep/plan/input';

/** What a reader must know of relevance that is not one right item for each query and one query at least for each item. */
export function relevanceCaveats({ qrels }: EvaluationInput, sides: SideNames): string[] {
  const { text, image } = sides;
  const back = directionName(sides, 'imageToText');
  const sentences = [];
  const unanswered = qrels.queries - answerable(qrels);
  const distractors = qrels.gallery - answerable(transpose(qrels).qrels);
  if (unanswered > 0) {
    sentences.push(
      `${unanswered} of the ${qrels.queries} ${text.many} have no right ${image.one}: they are not asked as queries, ` +
        `and stay in the gallery of ${back} as distractors.`,
    );
  }
  if (distractors > 0) {
    sentences.push(
      `${distractors} of the ${qrels.gallery} ${image.many} have no ${text.one}: they stay in the gallery as distractors, ` +
        `and ${back} is measured without them.`,
    );
  }
  return sentences;
}
