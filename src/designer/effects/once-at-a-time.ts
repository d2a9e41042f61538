/** Pressed twice it is done once: what is asked for while it is under way gives nothing. */
export function onceAtATime<Given extends readonly unknown[], Answer>(
  act: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer | undefined> {
  let isUnderWay = false;
  return async (...given) => {
    if (isUnderWay) return undefined;
    isUnderWay = true;
    try {
      return await act(...given);
    } finally {
      isUnderWay = false;
    }
  };
}
