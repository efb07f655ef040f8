import { fuzz } from './fuzz';
import { TARGETS } from './targets';

/** `npm run fuzz -- 100000 [seed]`: gives so many hostile inputs to the parsers of input from outside, and prints what became of them. */
const [count = 1000, seed = Date.now() & 0x7fffffff] = process.argv.slice(2).map(Number);
const CHUNK = 500;

console.log(`seed ${seed}`);
let failures = 0;
for (const target of TARGETS) {
  const share = Math.ceil(count / TARGETS.length);
  const total = { inputs: 0, read: 0, refused: 0, uncaught: 0, slowest: 0 };
  for (let done = 0; done < share; done += CHUNK) {
    const part = await fuzz(target, Math.min(CHUNK, share - done), seed + done);
    total.inputs += part.inputs;
    total.read += part.read;
    total.refused += part.refused;
    total.uncaught += part.uncaught.length;
    total.slowest = Math.max(total.slowest, part.slowest);
    if (failures < 20) part.uncaught.forEach((one) => console.error(`${target.name}: ${one}`));
    failures += part.uncaught.length;
  }
  const { inputs, read, refused, uncaught, slowest } = total;
  console.log(
    `${target.name}: ${inputs} inputs, ${read} read, ${refused} refused, ${uncaught} uncaught errors, slowest ${Math.round(slowest)} ms`,
  );
}
process.exitCode = failures > 0 ? 1 : 0;
