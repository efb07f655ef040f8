import type { RunRecord } from '../../../protocol/run-record';
import type { SideNames } from '../../../protocol/side-names';
import { protocolInBrief, type Clause } from '../../../report/brief/protocol-in-brief';

/** The protocol of a run; nothing of a file that does not say how its numbers were measured. */
export const clausesOf = (record: RunRecord | null, sides: SideNames): readonly Clause[] =>
  record === null || record.opened?.hasRecord === false
    ? []
    : protocolInBrief(record.sweep, record.vectors.baseDim, sides);

/** Of the paragraph of a term, in the page. */
export const idOf = (term: string): string => `protocol-${term.toLowerCase().replace(/\W+/g, '-')}`;
