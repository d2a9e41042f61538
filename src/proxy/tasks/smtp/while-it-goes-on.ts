/** Signs of life of work that takes long, made only where something went on since the last one. */
export function whileItGoesOn(): {
  readonly goesOn: () => void;
  until<Value>(made: Promise<Value>): AsyncGenerator<'goes-on', Value, undefined>;
} {
  let wake: () => void = () => undefined;
  let hasGone = false;
  return {
    goesOn() {
      hasGone = true;
      wake();
    },
    async *until(made) {
      let isOver = false;
      const end = (): void => {
        isOver = true;
        wake();
      };
      made.then(end, end);
      for (;;) {
        if (!hasGone && !isOver)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        if (isOver) return made;
        hasGone = false;
        yield 'goes-on';
      }
    },
  };
}
