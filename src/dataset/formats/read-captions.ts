import type { Captions } from '../types';
import { parseCaptionsText } from './coco';
import { parseCaptionsCsv } from './csv';
import { parseCaptionsJsonl } from './jsonl';

/**
 * Reads a captions file of any format: by its extension where that says it, else by its first characters.
 * @throws InputError
 */
export function readCaptions(text: string, fileName: string): Captions {
  return PARSER[formatOf(text, fileName)](text, fileName);
}

const PARSER = { coco: parseCaptionsText, csv: parseCaptionsCsv, jsonl: parseCaptionsJsonl };

function formatOf(text: string, fileName: string): keyof typeof PARSER {
  const name = fileName.toLowerCase();
  if (/\.(csv|tsv)$/.test(name)) return 'csv';
  if (/\.(jsonl|ndjson)$/.test(name)) return 'jsonl';
  if (name.endsWith('.json')) return startsLikeJsonLines(text) ? 'jsonl' : 'coco';
  if (!/^\s*[[{]/.test(text)) return 'csv';
  return startsLikeJsonLines(text) ? 'jsonl' : 'coco';
}

/** A first line that is a whole object, followed by a line that opens another. */
function startsLikeJsonLines(text: string): boolean {
  return /^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text);
}
