import type { importWords } from './words.ts'

/** What was chosen for an import. */
export type Choice = {
  readonly file: { readonly name: string; readonly size: number } | null
  /** `YYYY-MM-DD` */
  readonly asOf: string | null
}

export type ChoiceFault = {
  readonly field: 'import-file' | 'import-date'
  readonly word: keyof typeof importWords
}

/** What is wrong with a choice before anything is sent; the file's content is the server's business. */
export function checkChoice({ file, asOf }: Choice, today: string): readonly ChoiceFault[] {
  const fileWord = wrongFile(file)
  const dateWord = asOf === null ? 'asOfMissing' : asOf > today ? 'asOfFuture' : null
  return [
    ...(fileWord ? [{ field: 'import-file', word: fileWord } as const] : []),
    ...(dateWord ? [{ field: 'import-date', word: dateWord } as const] : []),
  ]
}

function wrongFile(file: Choice['file']) {
  if (!file) return 'fileMissing'
  if (file.size === 0) return 'fileEmpty'
  return /\.(xlsx?|ods)$/i.test(file.name) ? 'fileExcel' : null
}
