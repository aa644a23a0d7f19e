/** Numbers 0 … count − 1 in sets that can be united; each set has one number that stands for it. */
export interface DisjointSets {
  readonly find: (index: number) => number;
  readonly unite: (a: number, b: number) => void;
}

export function disjointSets(count: number): DisjointSets {
  const parents = new Int32Array(count).map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  return {
    find,
    unite: (a, b) => {
      parents[find(a)] = find(b);
    },
  };
}
