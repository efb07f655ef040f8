import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reduce, type Imports } from './reduce';

const DOCUMENT = fileURLToPath(new URL('../../docs/ARCHITECTURE.md', import.meta.url));
const RULES = fileURLToPath(new URL('../../.dependency-cruiser.js', import.meta.url));
/** The picture stands in the document between these lines. */
const BEGIN = '<!-- picture: npm run architecture -->';
const END = '<!-- end of picture -->';
/** Nearly every room imports these, so their arrows would hide the others. */
const EVERYWHERE = new Set(['lib', 'math']);

const CODE = ['src', 'workers', 'tools', 'bench', 'e2e', 'tests'];
const IS_TEST = /\.test\.tsx?$|\/fixtures\//;

/** What every file imports, and where that breaks a rule of .dependency-cruiser.js. */
async function readCode(): Promise<ICruiseResult> {
  const { output } = await cruise(CODE, {
    ...(await extractOptions(RULES)),
    validate: true,
    outputType: 'json',
  });
  return JSON.parse(output as string) as ICruiseResult;
}

/** The rooms of the page and what each imports; tests and the entry file are not rooms. */
function importsOf({ modules }: ICruiseResult): Imports {
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === null || IS_TEST.test(source)) continue;
    if (!imports.has(from)) imports.set(from, new Set());
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to !== null && to !== from) imports.get(from)!.add(to);
    }
  }
  return imports;
}

function roomOf(path: string): string | null {
  const room = /^(?:src\/([^/]+)|(workers))\//.exec(path);
  const name = room?.[1] ?? room?.[2];
  return name === undefined || EVERYWHERE.has(name) ? null : name;
}

/** A Mermaid flow chart, sorted by name so that equal code gives equal text. */
function draw(imports: Imports): string {
  const arrows = [...reduce(imports)].flatMap(([from, targets]) =>
    [...targets].map((to) => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows.sort(), '```'].join('\n');
}

function replacePicture(document: string, picture: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/ARCHITECTURE.md lacks "${BEGIN}" or "${END}".`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${picture}\n\n${document.slice(end)}`;
}

/**
 * Draws the picture in docs/ARCHITECTURE.md; with --check it only says whether the picture fits the code, and which
 * imports cross a boundary.
 */
const code = await readCode();
const document = await readFile(DOCUMENT, 'utf8');
const drawn = replacePicture(document, draw(importsOf(code)));
if (!process.argv.includes('--check')) {
  if (drawn !== document) await writeFile(DOCUMENT, drawn);
} else {
  const faults = code.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`);
  if (drawn !== document) {
    faults.push('The picture in docs/ARCHITECTURE.md differs from the code. Run: npm run architecture');
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
