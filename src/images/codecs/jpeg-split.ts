import { PictureError } from '../../lib/errors';
import { checkLength, viewOf } from './container';
import { HuffmanTable } from './jpeg-bits';
import { distributeScan, type ScanChannel } from './jpeg-scan';
import { isFrame, segments, SOS } from './jpeg-segments';

/** The files that a JPEG of four channels is split into. */
export interface SplitJpeg {
  /** The first three channels, as if they were R, G, B; or Y, Cb, Cr where `transformed`. */
  readonly colours: Uint8Array[];
  /** The fourth channel as R of an RGB picture whose G and B are constant. */
  readonly key: Uint8Array[];
  readonly transformed: boolean;
}

interface Channel {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly quantisation: number;
}

/** What the segments before a scan set. */
interface State {
  channels: readonly Channel[];
  readonly tables: Map<number, HuffmanTable>;
  progressive: boolean;
  transformed: boolean;
  restart: number;
  units: number;
}

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const [DHT, DQT, DRI, APP14] = [0xc4, 0xdb, 0xdd, 0xee];
/** Frames of 8 bits, Huffman coded: baseline, sequential, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const KEY = 3;
/** The most blocks of a channel in a minimum coded unit, which has at most ten in total. */
const MAX_BLOCKS = 4;
/** A table slot that encoders leave free, used for the flat channels' table: one code, a zero bit, for the value 0. */
const SPARE = 3;
const ONE_CODE = [1, ...Array<number>(15).fill(0), 0];
const SPARE_TABLES = Uint8Array.of(0xff, DHT, 0, 38, SPARE, ...ONE_CODE, 0x10 | SPARE, ...ONE_CODE);

const adobe = (transform: number): Uint8Array =>
  Uint8Array.of(0xff, APP14, 0, 14, ...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, transform);

const refusal = (what: string) => new PictureError(`is a four-channel JPEG that cannot be read: ${what}`);

/**
 * Splits the channels of a CMYK or YCCK JPEG without decoding them: the codes of each block are copied to the file it belongs to.
 * @throws PictureError where its coding is not supported, or it is damaged
 */
export function splitFourChannels(bytes: Uint8Array): SplitJpeg {
  const colours: Uint8Array[] = [START];
  const key: Uint8Array[] = [START, SPARE_TABLES];
  const state: State = {
    channels: [],
    tables: new Map(),
    progressive: false,
    transformed: false,
    restart: 0,
    units: 0,
  };
  for (let at = 2; at < bytes.length;) {
    const from = at;
    for (const { marker, start, end } of segments(bytes, at)) {
      const segment = bytes.subarray(start, end);
      if (marker === APP14 && segment.length >= 16) state.transformed = segment[15] === 2;
      if (marker === DHT) readTables(segment, state.tables);
      if (marker === DRI) state.restart = viewOf(segment).getUint16(4);
      if (marker === DHT || marker === DQT || marker === DRI) {
        colours.push(segment);
        key.push(segment);
      }
      if (isFrame(marker)) {
        readFrame(segment, state);
        const { channels } = state;
        colours.push(adobe(state.transformed ? 1 : 0), frame(segment, channels.slice(0, KEY)));
        key.push(adobe(0), frame(segment, [channels[KEY], ...flat(channels)]));
      }
      at = end;
      if (marker === SOS) {
        at = endOfScan(bytes, end);
        const [toColours, toKey] = splitScan(segment, bytes.subarray(end, at), state);
        colours.push(...toColours);
        key.push(...toKey);
      }
    }
    if (at === from) break;
  }
  return { colours: [...colours, END], key: [...key, END], transformed: state.transformed };
}

/** Two constant channels beside the key, so that units are as large as in the whole picture. */
function flat(channels: readonly Channel[]): Channel[] {
  const { quantisation } = channels[KEY];
  const id = Math.max(...channels.map((channel) => channel.id)) < 254 ? 254 : 1;
  return [
    { id, across: widest(channels), down: highest(channels), quantisation },
    { id: id + 1, across: 1, down: 1, quantisation },
  ];
}

const widest = (channels: readonly Channel[]) => Math.max(...channels.map(({ across }) => across));
const highest = (channels: readonly Channel[]) => Math.max(...channels.map(({ down }) => down));

function readFrame(segment: Uint8Array, state: State): void {
  if (!FRAMES.includes(segment[1]) || segment[4] !== 8) throw refusal('unsupported coding');
  checkLength(segment, 10 + 3 * 4);
  const view = viewOf(segment);
  const channels = [0, 1, 2, 3].map((c) => {
    const [id, sampling, quantisation] = segment.subarray(10 + 3 * c);
    return { id, across: sampling >> 4, down: sampling & 15, quantisation };
  });
  const [across, down] = [widest(channels), highest(channels)];
  const coloursAlone = channels.slice(0, KEY);
  if (
    widest(coloursAlone) !== across ||
    highest(coloursAlone) !== down ||
    across * down > MAX_BLOCKS ||
    channels.some((c) => c.across * c.down === 0)
  ) {
    throw refusal('unsupported chroma subsampling');
  }
  state.channels = channels;
  state.progressive = segment[1] === 0xc2;
  state.units = Math.ceil(view.getUint16(7) / (8 * across)) * Math.ceil(view.getUint16(5) / (8 * down));
}

function frame(segment: Uint8Array, channels: readonly Channel[]): Uint8Array {
  const of = channels.flatMap(({ id, across, down, quantisation }) => [
    id,
    (across << 4) | down,
    quantisation,
  ]);
  return Uint8Array.of(0xff, segment[1], 0, 8 + of.length, ...segment.subarray(4, 9), channels.length, ...of);
}

function readTables(segment: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 4; at < segment.length;) {
    checkLength(segment, at + 17);
    const counts = segment.subarray(at + 1, at + 17);
    const values = counts.reduce((sum, count) => sum + count, 0);
    checkLength(segment, at + 17 + values);
    if ((segment[at] & 15) === SPARE) throw refusal('too many Huffman tables');
    tables.set(segment[at], new HuffmanTable(counts, segment.subarray(at + 17, at + 17 + values)));
    at += 17 + values;
  }
}

/** The offset of the next marker other than a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    checkLength(bytes, at < 0 ? Infinity : at + 2);
    const next = bytes[at + 1];
    if (next !== 0 && (next & 0xf8) !== 0xd0 && next !== 0xff) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** What each file receives of a scan: its header and data, or nothing. */
function splitScan(header: Uint8Array, data: Uint8Array, state: State): [Uint8Array[], Uint8Array[]] {
  const { channels, tables, progressive } = state;
  const names = Array.from({ length: header[4] }, (_, i) => header.subarray(5 + 2 * i, 7 + 2 * i));
  const chosen = names.map(([id]) => channels.findIndex((channel) => channel.id === id));
  if (chosen.includes(-1)) throw refusal('a scan refers to an unknown channel');
  if (!chosen.includes(KEY)) return [[header, data], []];
  if (chosen.length === 1) return [[], [header, data]];
  if (chosen.length !== channels.length) throw refusal('unsupported order of scans');
  const rest = header.subarray(5 + 2 * names.length);
  const flats = flat(channels);
  const scan = {
    channels: chosen.map((c, i): ScanChannel => ({
      blocks: channels[c].across * channels[c].down,
      dc: tables.get(names[i][1] >> 4),
      ac: progressive
        ? undefined
        : (tables.get(0x10 | (names[i][1] & 15)) ?? new HuffmanTable(new Uint8Array(), new Uint8Array())),
      to: c === KEY ? 1 : 0,
    })),
    refines: progressive && rest[2] >> 4 > 0,
    units: state.units,
    restart: state.restart,
    padding: [0, flats.reduce((sum, { across, down }) => sum + across * down, 0) * (progressive ? 1 : 2)],
  };
  const [toColours, toKey] = distributeScan(data, scan);
  const colourNames = names.filter((_, i) => chosen[i] !== KEY);
  const keyNames = [
    names[chosen.indexOf(KEY)],
    ...flats.map(({ id }) => Uint8Array.of(id, (SPARE << 4) | SPARE)),
  ];
  return [
    [scanHeader(colourNames, rest), toColours],
    [scanHeader(keyNames, rest), toKey],
  ];
}

function scanHeader(names: readonly Uint8Array[], rest: Uint8Array): Uint8Array {
  return Uint8Array.of(
    0xff,
    SOS,
    0,
    6 + 2 * names.length,
    names.length,
    ...names.flatMap((name) => [...name]),
    ...rest,
  );
}
