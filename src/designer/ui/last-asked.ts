/** Of several answers that are waited for, the one to the last question counts: each question gets its own "is it still wanted?". */
export function lastAsked(): () => () => boolean {
  let count = 0;
  return () => {
    count += 1;
    const mine = count;
    return () => mine === count;
  };
}
