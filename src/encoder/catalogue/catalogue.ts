import { DEFAULT_HUB, MODEL_DTYPES } from '../../protocol/models';
import { CATALOGUE } from './catalogue-entries';
import { isHubId, parseHubId } from './hub-id';
import type { ModelSpec } from './model-entry';
import { graphsOf } from './model-files';

const withSlash = (url: string): string => `${url.replace(/\/+$/, '')}/`;

/** Files of a hub's repository lie below this at a revision. */
const onHub = (hub: string, id: string, revision: string): string =>
  `${withSlash(hub)}${id}/resolve/${encodeURIComponent(revision)}/`;

/** The tiny dual encoder that the page carries. */
export const DEMO_MODEL: ModelSpec = {
  id: 'demo',
  label: 'built-in demo: drawn scenes and a tiny model, not CLIP',
  why: 'A tiny dual encoder trained on drawn scenes, not CLIP. On photographs, expect results near chance.',
  baseUrl: 'demo/model/',
  strict: false,
  revision: null,
  dimension: 512,
  license: 'MIT',
  drawnScenes: true,
  graphs: { fp32: graphsOf('fp32') },
  files: {},
  note: null,
};

/** A model of the catalogue, from a hub. */
export function catalogueModel(name: keyof typeof CATALOGUE, hub: string): ModelSpec {
  const entry = CATALOGUE[name];
  const strict = withSlash(hub) === withSlash(DEFAULT_HUB);
  return { ...entry, baseUrl: onHub(hub, entry.id, entry.revision ?? 'main'), strict };
}

/**
 * Any other dual encoder with the same file set: `owner/name` or `owner/name@revision` of a hub, or the address of a folder.
 * Which dtypes it has shows when they are asked for.
 */
export function modelAt(address: string, hub: string): ModelSpec {
  const unknown = {
    id: address,
    label: address,
    why: '',
    revision: null,
    dimension: null,
    license: null,
    drawnScenes: false,
    graphs: Object.fromEntries(MODEL_DTYPES.map((dtype) => [dtype, graphsOf(dtype)])),
    files: {},
    note: null,
    strict: false,
  };
  if (!isHubId(address)) return { ...unknown, baseUrl: withSlash(address) };
  const { id, revision, pinned } = parseHubId(address);
  return { ...unknown, id, revision: pinned ? revision : null, baseUrl: onHub(hub, id, revision) };
}
