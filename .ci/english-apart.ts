// Texts are written with both languages side by side. Of those in the first load, the build ships English apart:
// most phones never speak it.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite'

/** The English of a text `{ id, en }` below an exported constant: its keys, its code, and what to cut. */
type English = {
  readonly keys: readonly string[]
  readonly code: string
  readonly from: number
  readonly to: number
}

type Split = { readonly indonesian: string; readonly english: ReadonlyMap<string, readonly English[]> }

type Source = { readonly file: string; readonly code: string }

/** What a text may use: globals, and the function that comes along with the English. */
const COUNTED = 'counted'
const KNOWN_NAMES = ['Number', 'String', COUNTED]

function keyOf(property: ESTree.ObjectPropertyKind): string | undefined {
  if (property.type !== 'Property' || property.computed) return undefined
  if (property.key.type === 'Identifier') return property.key.name
  return property.key.type === 'Literal' ? String(property.key.value) : undefined
}

function objectIn(node: ESTree.Expression): ESTree.ObjectExpression | null {
  switch (node.type) {
    case 'ObjectExpression':
      return node
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return objectIn(node.expression)
    case 'CallExpression': {
      const [table] = node.arguments
      return table && table.type !== 'SpreadElement' ? objectIn(table) : null
    }
    default:
      return null
  }
}

/** English is taken elsewhere: it may not name anything of its file. */
function refuseForeignNames(file: string, code: string): void {
  const bound = new Set<string>(KNOWN_NAMES)
  const used = new Set<string>()
  new Visitor({
    ArrowFunctionExpression: ({ params }) =>
      params.forEach((param) => param.type === 'Identifier' && bound.add(param.name)),
    Identifier: ({ name }) => void used.add(name),
    MemberExpression: ({ property }) => void (property.type === 'Identifier' && bound.add(property.name)),
  }).visit(parseSync('text.ts', `(${code})`).program)
  const foreign = [...used].filter((name) => !bound.has(name))
  if (foreign.length > 0) throw new Error(`${file}: an English text uses ${foreign.join(', ')}`)
}

function englishOf(source: Source, node: ESTree.Expression, keys: readonly string[]): readonly English[] {
  const { file, code } = source
  const properties = objectIn(node)?.properties ?? []
  const index = properties.findIndex((property) => keyOf(property) === 'en')
  const [before, english] = [properties[index - 1], properties[index]]
  if (english?.type === 'Property' && before && keyOf(before) === 'id') {
    const text = code.slice(english.value.start, english.value.end)
    refuseForeignNames(file, text)
    return [{ keys, code: text, from: before.end, to: english.end }]
  }
  return properties.flatMap((property) => {
    const key = keyOf(property)
    if (key === undefined || property.type !== 'Property') return []
    return englishOf(source, property.value, [...keys, key])
  })
}

/** Takes the English out of a file of texts: the rest, and what was taken, by exported constant. */
export function splitTexts(file: string, code: string): Split {
  const { program, errors } = parseSync(file, code)
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`)
  const english = new Map<string, readonly English[]>()
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    const { declaration } = statement
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration.declarations) {
      const texts = init ? englishOf({ file, code }, init, []) : []
      if (id.type === 'Identifier' && texts.length > 0) english.set(id.name, texts)
    }
  }
  const fromTheEnd = [...english.values()].flat().sort((a, b) => b.from - a.from)
  const indonesian = fromTheEnd.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), code)
  return { indonesian, english }
}

/** Code that puts the English of a file back in its place. */
function putBack(file: string, english: Split['english']): string {
  const puts = [...english].map(([name, texts]) => {
    const rows = texts.map(({ keys, code }) => `[${JSON.stringify(keys)}, ${code}]`)
    return `putEnglish(${name}, [\n${rows.join(',\n')}\n])`
  })
  return [`import { ${[...english.keys()].join(', ')} } from ${JSON.stringify(file)}`, ...puts].join('\n')
}

/**
 * Full paths throughout.
 * @param into the module that brings the English of `files` once it is imported
 * @param counted the module of the function of that name
 */
export function englishApart({
  files,
  into,
  counted,
}: {
  readonly files: readonly string[]
  readonly into: string
  readonly counted: string
}): Plugin {
  return {
    name: 'english-apart',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (files.includes(id)) return { code: splitTexts(relative('.', id), code).indonesian, map: null }
      if (id !== into) return null
      const parts = files.map((file) => putBack(file, splitTexts(file, readFileSync(file, 'utf8')).english))
      const helper = `import { ${COUNTED} } from ${JSON.stringify(counted)}`
      return { code: [code, helper, ...parts].join('\n'), map: null }
    },
  }
}
