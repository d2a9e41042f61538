/** What can be asked without waiting for the code that answers: nothing comes back, or it comes later. */
type Asked<Commands> = {
  [Name in keyof Commands]: (...given: never[]) => void | Promise<unknown>;
};

/**
 * Commands whose code is fetched when the first of them is asked for. Until it is there they wait, in their order; from then
 * on each runs at once. Where it cannot be fetched `lost` says so, and whoever asks next tries again.
 */
export function later<Commands extends Asked<Commands>>(
  load: () => Promise<Commands>,
  lost: () => void,
): Commands {
  let loading: Promise<Commands> | undefined;
  let loaded: Commands | undefined;

  function call(name: keyof Commands, given: never[]): unknown {
    if (loaded !== undefined) return loaded[name](...given);
    loading ??= load().then(
      (commands) => (loaded = commands),
      (cause: unknown) => {
        loading = undefined;
        lost();
        throw cause;
      },
    );
    return loading.then((commands) => commands[name](...given));
  }

  // Every name is a command (`Asked`): the table of them is in the code that is not there yet.
  return new Proxy({} as Commands, {
    get:
      (_none, name) =>
      (...given: never[]) =>
        call(name as keyof Commands, given),
  });
}
