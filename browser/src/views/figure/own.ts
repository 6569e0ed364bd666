/** Return what a table has under a name, which may be any that data have: all objects know "constructor". */
export function own<Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
