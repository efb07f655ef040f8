/** Runs a stage to its end and hands on each of its steps. */
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
