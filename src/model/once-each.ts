/** A function of an object that never changes, worked out once for each. */
export function onceEach<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.result;
    const result = work(thing);
    known.set(thing, { result });
    return result;
  };
}
