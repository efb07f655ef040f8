import type { Precision } from '../../protocol/compression';
import type { Direction } from '../../protocol/direction';
import type { Speed } from '../../retrieval/speed/speed';
import { spaceKey, type Space } from '../plan/spaces';
import type { ResultRow } from './result';

/** How a speed was measured. */
export interface SpeedMethod {
  readonly samples: number;
  /** Milliseconds that each sample lasted at least. */
  readonly sampleMs: number;
  readonly threads: number;
  /** The kernels that scored, and the browser. */
  readonly device: string;
}

/** How fast queries are answered from the whole gallery, whatever the pool of the row. */
export interface GallerySpeed extends Readonly<Record<Direction, Speed>> {
  readonly method: SpeedMethod;
}

/** What vectors are stored as: a cell of a sweep but for its pools. */
export type Setting = Space & { readonly precision: Precision };

/** What was measured of one setting. */
export interface MeasuredSpeed {
  readonly setting: Setting;
  readonly speed: GallerySpeed;
}

const settingKey = ({ precision, ...space }: Setting): string => `${spaceKey(space)} ${precision}`;

/** The settings that rows are of, each once, in the order of the rows. */
export function settingsOf(rows: readonly ResultRow[]): Setting[] {
  const settings = rows.map(({ dim, projection, precision }): Setting => ({ dim, projection, precision }));
  return [...new Map(settings.map((one) => [settingKey(one), one])).values()];
}

/** Rows with the speeds that were measured of their settings, in the place of those known before. */
export function withSpeeds(rows: readonly ResultRow[], measured: readonly MeasuredSpeed[]): ResultRow[] {
  const speeds = new Map(measured.map(({ setting, speed }) => [settingKey(setting), speed]));
  return rows.map((row) => {
    const gallerySpeed = speeds.get(settingKey(row));
    return gallerySpeed ? { ...row, gallerySpeed } : row;
  });
}
