import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reduce, type Imports } from './reduce';

const DOCUMENT = fileURLToPath(new URL('../../docs/ARCHITECTURE.md', import.meta.url));
/** The picture stands in the document between these lines. */
const BEGIN = '<!-- picture: npm run architecture -->';
const END = '<!-- end of picture -->';
/** Nearly every room imports these, so their arrows would hide the others. */
const EVERYWHERE = new Set(['lib', 'math']);

/** The rooms of the page and what each imports, read from the code; tests and the entry file are not rooms. */
async function readImports(): Promise<Imports> {
  const { output } = await cruise(['src', 'workers'], {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$|/fixtures/|\\.wasm|/assembly/' },
    tsPreCompilationDeps: true,
  });
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    const from = roomOf(source);
    if (from === null) continue;
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

/** Draws the picture in docs/ARCHITECTURE.md; with --check it only says whether the picture fits the code. */
const document = await readFile(DOCUMENT, 'utf8');
const drawn = replacePicture(document, draw(await readImports()));
if (drawn !== document) {
  if (process.argv.includes('--check')) {
    console.error('The picture in docs/ARCHITECTURE.md differs from the code. Run: npm run architecture');
    process.exitCode = 1;
  } else {
    await writeFile(DOCUMENT, drawn);
  }
}
