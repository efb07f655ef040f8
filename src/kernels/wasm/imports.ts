/** What a module is instantiated with: its linear memory, and the functions that assembly/env.ts names. */
export const importsOf = <Memory>(memory: Memory) => ({
  env: { memory, exp: Math.exp, log1p: Math.log1p },
});
