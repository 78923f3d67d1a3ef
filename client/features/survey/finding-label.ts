import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { SECTIONS, questionAt } from '../../../shared/survey/questionnaire.ts'
import { PHOTO_KINDS } from '../../../shared/survey/sections/closing.ts'
import { photoNamed } from '../../../shared/survey/expected-photos.ts'
import { entryOf, type Path } from '../../../shared/survey/path.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { suggestionAt } from '../../../shared/welfare/suggestion-warnings.ts'
import type { Text } from '../../../shared/text.ts'
import { familyLines } from './family-edits.ts'
import { stepOf } from './finding-places.ts'

/**
 * Where a finding is, in words: `NIK · Aminah`; for whole rosters the section's name, for a listed member that
 * is not settled the name alone, for a family whose it is, for a problem and a suggestion which and whose.
 * @param words `nameless` and, of a member's answer, `newPerson` in place of a name that nobody gave yet
 */
export function findingLabel(
  path: Path,
  { document, known }: { readonly document: SurveyDocument; readonly known: SurveyDocument },
  words: {
    readonly text: (text: Text) => string
    readonly nameless: string
    readonly newPerson: string
    readonly familyOf: (name: string) => string
  },
): string {
  const { text, nameless } = words
  const question = questionAt(path)
  const id = entryOf(path)
  const entry = id === null ? null : entryName(path.split('/')[0] ?? '', id, document, known, text)
  if (path.startsWith('families/') && !question) return words.familyOf(entry ?? nameless)
  const suggestion = suggestionAt(path)
  if (suggestion) {
    const [, member = ''] = suggestion.subject.split(':')
    const problem = findOrdinaryProblem(suggestion.code)
    const whose = entryName('members', member, document, known, text)
    return [problem && text(problem.text), whose].filter(Boolean).join(' · ')
  }
  if (!question) {
    const photo = path.startsWith('attachments/') ? photoNamed(id ?? '', document) : null
    const picture = photo && PHOTO_KINDS.find(({ key }) => key === photo.kind)
    if (picture) {
      const family = photo.family === null ? null : entryName('families', photo.family, document, known, text)
      const whose = photo.family === null ? null : words.familyOf(family ?? nameless)
      return [text(picture.text), whose].filter(Boolean).join(' · ')
    }
    const section = SECTIONS.find(({ key }) => key === stepOf(path))
    return id === null ? (section ? text(section.text) : path) : (entry ?? nameless)
  }
  const whose = entry ?? (path.startsWith('members/') && id !== null ? words.newPerson : null)
  return whose === null ? text(question.text) : `${text(question.text)} · ${whose}`
}

function entryName(
  roster: string,
  id: string,
  document: SurveyDocument,
  known: SurveyDocument,
  text: (text: Text) => string,
): string | undefined {
  if (roster === 'members') return document.members[id]?.name ?? known.members[id]?.name
  if (roster === 'families') {
    return familyLines(document, known).find((family) => family.id === id)?.name
  }
  if (roster !== 'problems') return undefined
  const { code = '', subject = '' } = document.problems[id] ?? known.problems[id] ?? {}
  const problem = findOrdinaryProblem(code)
  const [kind, whose = ''] = subject.split(':')
  const name =
    kind === 'member' || kind === 'family'
      ? entryName(kind === 'member' ? 'members' : 'families', whose, document, known, text)
      : undefined
  return [problem && text(problem.text), name].filter(Boolean).join(' · ') || undefined
}
