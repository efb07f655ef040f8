import { gradesOf, relevantTo, type Qrels } from '../../kernels/contract/qrels';
import { qrelsFrom } from './qrels';

/**
 * Qrels with more relevant items: those that are like a relevant one, and those that are relevant to a query like this one. An added
 * item has the grade of the one it is like, the highest of them. The given items of a query stay ahead of those that are added: resamples
 * take queries together by their first.
 * @param likeQueries for each query the queries that are like it, without itself (queries × queries)
 * @param likeItems for each gallery row the rows that are like it, without itself (gallery × gallery)
 * @param own the gallery row that each query is, which is never added; below 0 for none
 */
export function widenQrels(given: Qrels, likeQueries: Qrels, likeItems: Qrels, own?: Int32Array): Qrels {
  const queries: number[] = [];
  const items: number[] = [];
  const grades: number[] = [];
  for (let q = 0; q < given.queries; q++) {
    const relevant = new Map<number, number>();
    const add = (item: number, grade: number) => {
      if (item !== own?.[q]) relevant.set(item, Math.max(grade, relevant.get(item) ?? 0));
    };
    const asGiven = relevantTo(given, q);
    for (const [item, grade] of gradedItems(given, q)) {
      add(item, grade);
      for (const other of relevantTo(likeItems, item)) add(other, grade);
    }
    for (const other of relevantTo(likeQueries, q)) {
      for (const [item, grade] of gradedItems(given, other)) add(item, grade);
    }
    const added = [...relevant.keys()].filter((item) => !asGiven.includes(item)).sort((a, b) => a - b);
    for (const item of [...asGiven, ...added]) {
      queries.push(q);
      items.push(item);
      grades.push(relevant.get(item)!);
    }
  }
  const pairs = {
    queries: Uint32Array.from(queries),
    items: Uint32Array.from(items),
    ...(given.grades && { grades: Float32Array.from(grades) }),
  };
  return qrelsFrom(pairs, given.queries, given.gallery);
}

function gradedItems(qrels: Qrels, q: number): (readonly [item: number, grade: number])[] {
  const grades = gradesOf(qrels, q);
  return Array.from(relevantTo(qrels, q), (item, i) => [item, grades?.[i] ?? 1]);
}
