/**
 * Which field is it that TikTok refuses, failing all of a call? The one that it names; where it names none, the fields
 * are halved until one is left. `null`: the first alone, which is always there, is refused too, so it is no field.
 * @param isTaken asks with these fields only
 */
export async function refusedField(
  fields: readonly string[],
  message: string,
  isTaken: (fields: readonly string[]) => Promise<boolean>,
): Promise<string | null> {
  const [first, ...others] = fields;
  const named = others.find((field) => new RegExp(`\\b${field}\\b`).test(message));
  if (named !== undefined) return named;
  if (first === undefined || !(await isTaken([first]))) return null;
  let suspects = others;
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    suspects = (await isTaken([first, ...half])) ? suspects.slice(half.length) : half;
  }
  return suspects[0] ?? null;
}
