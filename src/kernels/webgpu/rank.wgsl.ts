import type { FormatCode } from './formats.wgsl';
import { DEPTH, SLAB, TILE } from './plan';

/** A workgroup is SIDE × SIDE invocations, each of which scores EACH queries on EACH columns. */
const SIDE = 16;
const EACH = TILE / SIDE;
/** Relevant items of a workgroup that are counted in shared memory; those beyond go straight to the result. */
const WINDOW = 256;

/** The lines of one block of code, for 0 … EACH − 1. */
const unrolled = (line: (i: number) => string): string =>
  Array.from({ length: EACH }, (_, i) => line(i)).join('\n');

/** Scores every column in one of two ways, in the same instructions, so that equal vectors score the same. */
export const MODE = { count: 0, own: 1 } as const;

/** Words of Params, in order. */
export const PARAMS = ['queries', 'chunks', 'cols', 'mode', 'begin', 'stop', 'first', 'rows'] as const;

/**
 * Ranks a block of queries against a part of the gallery (tiled matrix product; the scores stay in registers). In the
 * mode `own` columns are the block's relevant items, whose scores are kept; in the mode `count` columns are the rows
 * of the part, and each item counts those that score higher and those that score the same.
 */
export function rankShader(format: FormatCode, rowScales: boolean): string {
  return `${format.directives}
struct Params { ${PARAMS.map((name) => `${name}: u32`).join(', ')} }
alias Sum = ${format.sum};

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> queryRows: array<vec4<u32>>;
@group(0) @binding(2) var<storage, read> galleryRows: array<${format.stored}>;
@group(0) @binding(3) var<storage, read> offsets: array<u32>;
@group(0) @binding(4) var<storage, read> items: array<u32>;
@group(0) @binding(5) var<storage, read_write> own: array<f32>;
@group(0) @binding(6) var<storage, read_write> ahead: array<atomic<u32>>;
${rowScales ? '@group(0) @binding(7) var<storage, read> rowScales: array<f32>;' : ''}

var<workgroup> queryTile: array<vec4<u32>, ${TILE * DEPTH}>;
var<workgroup> galleryTile: array<vec4<u32>, ${TILE * DEPTH}>;
var<workgroup> window: array<atomic<u32>, ${2 * WINDOW}>;

${format.unpack}
${format.accumulate}
${format.product}

/** The row of this part that a column stands for; past the part's end where it lies in another. */
fn rowOf(column: u32) -> u32 {
  if (params.mode == ${MODE.own}u) { return items[column] - params.first; }
  return column;
}

fn scoreOf(sum: Sum, row: u32) -> f32 {
  return product(sum)${rowScales ? ' * rowScales[row]' : ''};
}

fn keepOwn(query: u32, column: u32, end: u32, sum: Sum) {
  if (column >= end || column < offsets[query] || column >= offsets[query + 1]) { return; }
  let row = rowOf(column);
  if (row < params.rows) { own[column] = scoreOf(sum, row); }
}

/** A column past the end scores below all others. */
fn scoreIn(column: u32, end: u32, sum: Sum) -> f32 {
  if (column >= end) { return -3.4028234e38; }
  return scoreOf(sum, column);
}

fn add(item: u32, firstItem: u32, what: u32, n: u32) {
  if (n == 0u) { return; }
  if (item - firstItem < ${WINDOW}u) { atomicAdd(&window[2 * (item - firstItem) + what], n); }
  else { atomicAdd(&ahead[2 * item + what], n); }
}

fn countTrue(which: vec4<bool>) -> u32 {
  return dot(select(vec4<u32>(0), vec4<u32>(1), which), vec4<u32>(1));
}

fn countAhead(query: u32, firstItem: u32, scores: vec4<f32>) {
  for (var item = offsets[query]; item < offsets[query + 1]; item++) {
    let score = vec4<f32>(own[item]);
    add(item, firstItem, 0, countTrue(scores > score));
    add(item, firstItem, 1, countTrue(scores == score));
  }
}

@compute @workgroup_size(${SIDE}, ${SIDE})
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_id) local: vec3<u32>,
  @builtin(local_invocation_index) index: u32,
) {
  let firstQuery = group.x * ${TILE};
  let firstItem = offsets[firstQuery];
  let endItem = offsets[min(firstQuery + ${TILE}, params.queries)];
  let origin = select(0u, firstItem, params.mode == ${MODE.own}u);
  let most = select(params.rows, endItem, params.mode == ${MODE.own}u);
  let start = origin + params.begin + group.y * ${SLAB};
  let end = min(min(start + ${SLAB}, origin + params.stop), most);
  let loadRow = index / ${DEPTH};
  let loadChunk = index % ${DEPTH};

  for (var column = start; column < end; column += ${TILE}) {
${unrolled((i) => unrolled((j) => `    var sum${i}${j} = Sum();`))}
    var loadFrom = params.rows;
    if (column + loadRow < end) { loadFrom = rowOf(column + loadRow); }
    for (var chunk = 0u; chunk < params.chunks; chunk += ${DEPTH}) {
      var q = vec4<u32>();
      var g = vec4<u32>();
      if (chunk + loadChunk < params.chunks) {
        if (firstQuery + loadRow < params.queries) {
          q = queryRows[(firstQuery + loadRow) * params.chunks + chunk + loadChunk];
        }
        if (loadFrom < params.rows) { g = unpack(galleryRows[loadFrom * params.chunks + chunk + loadChunk]); }
      }
      workgroupBarrier();
      queryTile[loadChunk * ${TILE} + loadRow] = q;
      galleryTile[loadChunk * ${TILE} + loadRow] = g;
      workgroupBarrier();
      for (var k = 0u; k < ${TILE * DEPTH}; k += ${TILE}) {
${unrolled((i) => `        let q${i} = queryTile[k + local.y + ${i * SIDE}];`)}
${unrolled((j) => `        let g${j} = galleryTile[k + local.x + ${j * SIDE}];`)}
${unrolled((i) => unrolled((j) => `        sum${i}${j} = accumulate(sum${i}${j}, q${i}, g${j});`))}
      }
    }
${unrolled(
  (i) => `    {
      let query = firstQuery + local.y + ${i * SIDE};
      if (query < params.queries) {
        if (params.mode == ${MODE.own}u) {
${unrolled((j) => `          keepOwn(query, column + local.x + ${j * SIDE}, end, sum${i}${j});`)}
        } else {
          var scores: vec4<f32>;
${unrolled((j) => `          scores[${j}] = scoreIn(column + local.x + ${j * SIDE}, end, sum${i}${j});`)}
          countAhead(query, firstItem, scores);
        }
      }
    }`,
)}
  }

  workgroupBarrier();
  for (var i = index; i < ${2 * WINDOW}; i += ${SIDE * SIDE}) {
    let n = atomicLoad(&window[i]);
    if (n > 0u) { atomicAdd(&ahead[2 * firstItem + i], n); }
  }
}
`;
}
