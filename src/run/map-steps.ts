/** The same stage with each of its steps told otherwise; its result is passed on as it is. */
export async function* mapSteps<From, To, Result>(
  stage: AsyncGenerator<From, Result>,
  tell: (step: From) => To,
): AsyncGenerator<To, Result> {
  for (;;) {
    const { done, value } = await stage.next();
    if (done) return value;
    yield tell(value);
  }
}
