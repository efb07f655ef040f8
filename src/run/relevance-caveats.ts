import { answerable, transpose } from '../retrieval/ranks/qrels';
import type { EvaluationInput } from '../sweep/plan/input';

/** What a reader must know of relevance that is not one image for each text and one text at least for each image. */
export function relevanceCaveats({ qrels }: EvaluationInput): string[] {
  const sentences = [];
  const unanswered = qrels.queries - answerable(qrels);
  const distractors = qrels.gallery - answerable(transpose(qrels).qrels);
  if (unanswered > 0) {
    sentences.push(
      `${unanswered} of the ${qrels.queries} texts have no right image: they are not asked as queries, ` +
        'and stay in the gallery of image→text as distractors.',
    );
  }
  if (distractors > 0) {
    sentences.push(
      `${distractors} of the ${qrels.gallery} images have no text: they stay in the gallery as distractors, ` +
        'and image→text is measured without them.',
    );
  }
  if (qrels.grades?.some((grade) => grade !== qrels.grades![0])) {
    sentences.push('The pairs are graded, but every metric, NDCG too, counts all relevant items alike.');
  }
  return sentences;
}
