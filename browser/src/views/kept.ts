/** Keep what was found out for a key; what was before it is forgotten once there is so much of it. */
export function keep<K, V>(known: Map<K, V>, key: K, value: V, most: number): V {
  if (known.size >= most && !known.has(key)) known.clear();
  known.set(key, value);
  return value;
}
