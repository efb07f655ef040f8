import { describe, expect, test } from 'vitest';
import { WorkerPool } from './worker-pool';

/** A promise and what settles it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** Lets everything happen that waits for nothing else. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('work is taken up in the order in which it came, by whichever member is idle first', async () => {
  const pool = new WorkerPool(['a', 'b']);
  const gates = [gate(), gate(), gate(), gate()];
  const log: string[] = [];
  const done = gates.map(({ opened }, i) =>
    pool.runOnIdle(async (member) => {
      log.push(`${member}${i}`);
      await opened;
      return i;
    }),
  );
  await settled();
  expect(log).toEqual(['a0', 'b1']);
  gates[1].open();
  await settled();
  expect(log).toEqual(['a0', 'b1', 'b2']);
  gates[0].open();
  await settled();
  expect(log).toEqual(['a0', 'b1', 'b2', 'a3']);
  gates.forEach(({ open }) => open());
  expect(await Promise.all(done)).toEqual([0, 1, 2, 3]);
});

test('work that fails rejects, and its member goes on with the next', async () => {
  const pool = new WorkerPool(['a']);
  const failing = pool.runOnIdle(() => {
    throw new RangeError('no');
  });
  const next = pool.runOnIdle((member) => member);
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('a');
});

test('what all are asked is done by members at work too, and answered in their order', async () => {
  const pool = new WorkerPool(['a', 'b']);
  const { open, opened } = gate();
  const busy = pool.runOnIdle(() => opened);
  expect(await pool.runOnAll((member) => Promise.resolve(member))).toEqual(['a', 'b']);
  open();
  await busy;
});

describe('with a starter', () => {
  const numbered = (most: number) => {
    let count = 0;
    return new WorkerPool<number>([], { start: () => ++count, most });
  };

  test('a member is started only where none is idle, and no more than so many', async () => {
    const pool = numbered(2);
    expect(pool.members).toEqual([]);
    expect(await pool.runOnIdle((member) => member)).toBe(1);
    expect(await pool.runOnIdle((member) => member)).toBe(1);
    const all = await Promise.all(
      [0, 0, 0].map(() => pool.runOnIdle((member) => settled().then(() => member))),
    );
    expect(all).toEqual([1, 2, 1]);
    expect(pool.members).toEqual([1, 2]);
  });

  test('a discarded member gets no more work: one is started in its place', async () => {
    const pool = numbered(1);
    const dying = pool.runOnIdle(async (member) => {
      await settled();
      pool.discard(member);
      throw new Error('died');
    });
    const next = pool.runOnIdle((member) => member);
    await expect(dying).rejects.toThrow('died');
    expect(await next).toBe(2);
    expect(pool.members).toEqual([2]);
  });

  test('work for which no member can be started is rejected, and later work still done', async () => {
    let fails = true;
    const pool = new WorkerPool<string>([], {
      start: () => {
        if (fails) throw new Error('no thread');
        return 'late';
      },
      most: 1,
    });
    await expect(pool.runOnIdle((member) => member)).rejects.toThrow('no thread');
    fails = false;
    expect(await pool.runOnIdle((member) => member)).toBe('late');
  });
});
