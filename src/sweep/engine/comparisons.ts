import type { SweepConfig } from '../../protocol/sweep-config';
import { BASELINE, isBaseline, sizesOf, type CellGroup } from '../plan/cell-groups';
import type { InputSummary } from '../plan/input';
import { baseSpace, spaceKey, type Space } from '../plan/spaces';
import type { MeasuredCell } from '../results/measured-cell';
import type { Comparison } from '../results/rows';
import type { MeasuredGroup, MeasureJob } from './job';

/** A group's cells by pool size; that of the whole gallery is Infinity. */
export interface EvaluatedGroup extends Pick<MeasuredGroup, 'speeds' | 'memory' | 'ranks'> {
  readonly bySize: ReadonlyMap<number, MeasuredCell>;
}

/**
 * What the cells of a sweep are compared with, in the same pools: the baseline, which is fp32 in the base space, and
 * fp32 in the cell's own space.
 */
export class Comparisons {
  /** False where every cell has pools of its own, so that none can be compared with another query by query. */
  readonly possible: boolean;
  private readonly input: InputSummary;
  private readonly groups: readonly CellGroup[];
  private readonly evaluated = new Map<string, Promise<EvaluatedGroup>>();

  constructor({ pools }: SweepConfig, input: InputSummary, groups: readonly CellGroup[]) {
    this.possible = pools !== 'reference';
    this.input = input;
    this.groups = groups;
  }

  /** Takes a group that others may be compared with, as soon as its evaluation has begun. */
  add(group: CellGroup, evaluating: Promise<EvaluatedGroup>): void {
    this.evaluated.set(keyOf(group, group.precision), evaluating);
  }

  /**
   * Pool sizes to rank a group at: its own, or those of the cells that it is there for; of the baseline the whole gallery
   * too, which is Infinity.
   */
  sizesToRank(group: CellGroup): number[] {
    const own = sizesOf(group);
    if (!this.possible) return own;
    if (isBaseline(group, this.input)) {
      return [...new Set([...own, ...this.groups.flatMap(sizesOf), Infinity])];
    }
    if (own.length > 0) return own;
    const compared = this.groups.filter((other) => spaceKey(other) === spaceKey(group));
    return [...new Set(compared.flatMap(sizesOf))];
  }

  /** What the measuring of a group has to compare. A group without cells is only there for others. */
  roleOf(group: CellGroup): MeasureJob['compared'] {
    if (!this.possible) return 'not';
    if (isBaseline(group, this.input)) return 'as the baseline';
    return group.cells.length > 0 ? 'with the baseline' : 'not';
  }

  /** Resolves once the baseline has been measured. */
  async baselineMeasured(): Promise<void> {
    await this.fp32In(baseSpace(this.input));
  }

  /** What a cell of a group and a pool size is compared with; undefined where nothing can be. */
  async of(group: CellGroup, size: number): Promise<Comparison | undefined> {
    if (!this.possible) return undefined;
    const base = (await this.fp32In(baseSpace(this.input)))!;
    const sameSpace = (await this.fp32In(group))!;
    return {
      whole: base.bySize.get(Infinity)!,
      base: base.bySize.get(size)!,
      sameSpace: sameSpace.bySize.get(size)!,
    };
  }

  private fp32In(space: Space): Promise<EvaluatedGroup> | undefined {
    return this.evaluated.get(keyOf(space, BASELINE));
  }
}

const keyOf = (space: Space, precision: string): string => `${spaceKey(space)} ${precision}`;
