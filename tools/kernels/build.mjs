/** Compiles src/retrieval/kernels/assembly twice, with and without relaxed SIMD: `npm run kernels`. */
import asc from 'assemblyscript/asc';

const COMMON = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

for (const [name, flags] of [
  ['simd', []],
  ['relaxed', ['--enable', 'relaxed-simd']],
]) {
  const { error } = await asc.main(
    [
      'src/retrieval/kernels/assembly/index.ts',
      '--outFile',
      `src/retrieval/kernels/wasm/${name}.wasm`,
      ...COMMON,
      ...flags,
    ],
    { stdout: process.stdout, stderr: process.stderr },
  );
  if (error) {
    console.error(`The ${name} kernels do not compile: ${error.message}`);
    process.exit(1);
  }
}
