/** How often fewer changes are tried. */
const tries = 40;

/** Leaves out changes as long as what is left still fails. */
export async function smallest<T>(all: readonly T[], fails: (fewer: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let left = all;
  let tried = 0;
  for (let size = Math.ceil(all.length / 2); size >= 1 && left.length > 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length && tried < tries; ) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)];
      tried++;
      if (fewer.length > 0 && (await fails(fewer))) left = fewer;
      else at += size;
    }
  }
  return left;
}
