/**
 * One model type in the generated schema: the defaults of its fields, encoded as on the wire. `bases` names the type
 * whose fields it has as well.
 */
export interface TypeSchema {
  readonly bases?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Schema = Readonly<Record<string, TypeSchema>>;

/**
 * The values of fields that nobody has set.
 *
 * The schema may come to know more types later, and more fields of a type.
 *
 * Models travel without the fields that have their default, so the browser looks those up here. A type or a field
 * that the schema does not know is opaque: its fields are `undefined` until the server names them.
 */
export class Defaults {
  readonly #known = new Map<string, Map<string, unknown>>();

  constructor(
    readonly schema: Schema,
    readonly decode: (wire: unknown) => unknown,
  ) {}

  /** Return the default of a field; containers are shared, so copy before changing one. */
  get(type: string, field: string): unknown {
    if (!Object.hasOwn(this.schema, type)) return undefined;
    let fields = this.#known.get(type);
    if (fields === undefined) {
      fields = new Map();
      this.#known.set(type, fields);
    }
    if (!fields.has(field)) {
      const found = this.#find(type, field);
      if (found === undefined) return undefined;
      // Decoding works in place, and the schema is not ours to change.
      fields.set(field, this.decode(structuredClone(found)));
    }
    return fields.get(field);
  }

  #find(type: string, field: string): unknown {
    let name: string | undefined = type;
    while (name !== undefined && Object.hasOwn(this.schema, name)) {
      const entry: TypeSchema | undefined = this.schema[name];
      if (entry !== undefined && Object.hasOwn(entry.fields, field)) {
        return entry.fields[field];
      }
      name = entry?.bases;
    }
    return undefined;
  }
}
