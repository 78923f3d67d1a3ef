import { expect, test } from 'vitest'
import { splitTexts } from './english-apart.ts'

const textsOf = (code: string) => {
  const { indonesian, english } = splitTexts('words.ts', code)
  return {
    indonesian,
    english: Object.fromEntries(
      [...english].map(([name, texts]) => [name, texts.map(({ keys, code: en }) => [keys.join('.'), en])]),
    ),
  }
}

test('English leaves a table of words with its place', () => {
  const code = `export const words = defineWords({
  left: { id: (n: string) => \`sisa \${n}\`, en: (n) => \`\${n} left\` },
  title: {
    id: 'Rumah',
    en: "Houses, people's",
  },
})`
  expect(textsOf(code)).toEqual({
    indonesian: `export const words = defineWords({
  left: { id: (n: string) => \`sisa \${n}\` },
  title: {
    id: 'Rumah',
  },
})`,
    english: {
      words: [
        ['left', '(n) => `${n} left`'],
        ['title', `"Houses, people's"`],
      ],
    },
  })
})

test('it is found at any depth, and what is no text stays', () => {
  const code = `const other = { id: 1 }
export const FAULTS = { gone: { status: 410, text: { id: 'Hilang', en: 'Gone' } } } as const satisfies X`
  expect(textsOf(code)).toEqual({
    indonesian: code.replace(", en: 'Gone'", ''),
    english: { FAULTS: [['gone.text', "'Gone'"]] },
  })
})

test('an English text that names something of its file is refused', () => {
  expect(() => textsOf(`export const words = { a: { id: 'x', en: () => other } }`)).toThrow('uses other')
})
