/**
 * A list whose items are made when they are asked for, each time anew: an array to whoever reads it, and as long as
 * nobody keeps what it gave, it takes no memory. It cannot be changed.
 */
export function lazyList<T>(length: number, item: (index: number) => T): readonly T[] {
  const indexOf = (key: string | symbol) => {
    const index = typeof key === "string" ? Number(key) : Number.NaN;
    return Number.isInteger(index) && index >= 0 && index < length ? index : -1;
  };
  return new Proxy<readonly T[]>([], {
    get(target, key) {
      if (key === "length") return length;
      const index = indexOf(key);
      return index < 0 ? Reflect.get(target, key) : item(index);
    },
    has: (target, key) => indexOf(key) >= 0 || Reflect.has(target, key),
    set: () => false,
  });
}
