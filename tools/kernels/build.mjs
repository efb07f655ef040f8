/** Compiles the kernels twice, with and without relaxed SIMD, where a source is newer than they: `npm run kernels`. */
import { readdirSync, statSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCES = 'src/kernels/assembly';
const OUT = 'src/kernels/wasm';
const BUILDS = { simd: [], relaxed: ['--enable', 'relaxed-simd'] };
const COMMON = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Sources and their folder (for a file removed), this file, and the lock file for the compiler's version. */
const inputs = [
  ...readdirSync(SOURCES, { recursive: true }).map((name) => `${SOURCES}/${name}`),
  SOURCES,
  'tools/kernels/build.mjs',
  'package-lock.json',
];
const newest = Math.max(...inputs.map(changed));

for (const [name, flags] of Object.entries(BUILDS)) {
  const outFile = `${OUT}/${name}.wasm`;
  if (changed(outFile) > newest) continue;
  const { error } = await asc.main([`${SOURCES}/index.ts`, '--outFile', outFile, ...COMMON, ...flags], {
    stdout: process.stdout,
    stderr: process.stderr,
  });
  if (error) {
    console.error(`The ${name} kernels do not compile: ${error.message}`);
    process.exit(1);
  }
}
