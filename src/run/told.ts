/** Work that tells its steps to a callback, as a generator of them; its result is passed on as it is. */
export async function* told<Step, Result>(
  work: (tell: (step: Step) => void) => Promise<Result>,
): AsyncGenerator<Step, Result> {
  const steps: Step[] = [];
  let wake = () => {};
  const working = work((step) => {
    steps.push(step);
    wake();
  });
  let isDone = false;
  const done = working.then(
    () => (isDone = true),
    () => (isDone = true),
  );
  while (!isDone || steps.length > 0) {
    if (steps.length > 0) yield steps.shift()!;
    else await Promise.race([done, new Promise<void>((resolve) => (wake = resolve))]);
  }
  return working;
}

/** Tells the steps of a stage; its result is passed on. */
export async function tellSteps<Step, Result>(
  stage: AsyncGenerator<Step, Result>,
  tell: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const { done, value } = await stage.next();
    if (done) return value;
    tell(value);
  }
}
