import { expect, test } from 'vitest'
import { createNameFolder } from './fold-name.ts'

const fold = createNameFolder()

test.each([
  ['H. Dedi Supriadi', 'DEDI SUPRIADI'],
  ['Hj. Siti Aminah', 'siti aminah'],
  ['Drs. Engkos Kosasih, M.Pd.', 'Engkos Kosasih'],
  ['Aminah binti Sukri', 'AMINAH'],
  ['Bayu bin H. Dadang', 'Bayu'],
  ['M. Yusuf', 'Muhammad Yusuf'],
  ['Muh. Yusuf', 'Mochamad Yusuf'],
  ['Moch. Ali', 'Mohammad Ali'],
  ['Achmad Soebardjo', 'Ahmad Subarjo'],
  ['Siti Chodijah', 'Siti Hodijah'],
  ['Syarif', 'Sarif'],
  ['Nurhayatti', 'Nurhayati'],
  ['Téti Rohaéni', 'TETI ROHAENI'],
])('%s and %s fold alike', (one, other) => {
  expect(fold(one)).toBe(fold(other))
})

test.each([
  ['Siti Aminah', 'Siti Aisah'],
  ['Dedi', 'Dedi Supriadi'],
  ['M. Yusuf', 'M. Ali'],
])('%s and %s stay apart', (one, other) => {
  expect(fold(one)).not.toBe(fold(other))
})

test('a title alone is a name: somebody may be called so', () => {
  expect(fold('Ibu')).toBe('ibu')
  expect(fold('M')).toBe('m')
  expect(fold(' . ')).toBe('')
})
