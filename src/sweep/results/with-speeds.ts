import { DIRECTIONS } from '../../protocol/direction';
import { cellKey, type Setting } from '../plan/setting';
import type { GallerySpeed } from './gallery-speed';
import type { ResultRow } from './result';

/** What was measured of one setting. */
export interface MeasuredSpeed {
  readonly setting: Setting;
  readonly speed: GallerySpeed;
}

/** The settings that rows are of, each once, in the order of the rows. */
export function settingsOf(rows: readonly ResultRow[]): Setting[] {
  const settings = rows.map(({ dim, projection, precision }): Setting => ({ dim, projection, precision }));
  return [...new Map(settings.map((one) => [cellKey(one), one])).values()];
}

/** A slowest sample below this share of the median is not the setting's own. */
const STEADY_SHARE = 0.5;

/** Whether the samples lie so far apart that something else must have kept the machine busy. */
export const isUnsteady = ({ gallerySpeed }: ResultRow): boolean =>
  gallerySpeed !== undefined &&
  DIRECTIONS.some((direction) => {
    const { slowest, median } = gallerySpeed[direction];
    return slowest < STEADY_SHARE * median;
  });

/** Rows with the speeds that were measured of their settings, in the place of those known before. */
export function withSpeeds(rows: readonly ResultRow[], measured: readonly MeasuredSpeed[]): ResultRow[] {
  const speeds = new Map(measured.map(({ setting, speed }) => [cellKey(setting), speed]));
  return rows.map((row) => {
    const gallerySpeed = speeds.get(cellKey(row));
    return gallerySpeed ? { ...row, gallerySpeed } : row;
  });
}
