/**
 * A count in English: "1 survey", "3 surveys". Indonesian needs none.
 * @param count a number, or one as it is written: only "1" is one
 * @param one what stands behind a single one
 * @param many what stands behind any other number, where it is not `one` with an s
 */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`
}
