/** Runs a stage to its end, passes each of its steps to `onStep` and returns its result. */
export async function follow<Step, Result>(
  stage: AsyncGenerator<Step, Result>,
  onStep: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const { done, value } = await stage.next();
    if (done) return value;
    onStep(value);
  }
}
