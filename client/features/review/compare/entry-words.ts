import { ageInYears } from '../../../../shared/population/age.ts'
import type { Answer, RosterName } from '../../../../shared/survey/document.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { useBeside } from './beside.ts'
import type { EntryDifference } from './compare-documents.ts'
import { answerWords } from './compare-words.ts'
import { familyName, memberName } from './say-answer.ts'

export type EntryWords = {
  /** what a member, family or problem goes by */
  readonly title: (roster: RosterName, entry: EntryDifference) => string
  /** relationship, sex and age of a member on the day of the visit, as far as they are known */
  readonly member: (entry: EntryDifference) => string
  /** why an entry was removed; empty where it was not */
  readonly removal: (roster: RosterName, entry: EntryDifference) => string
  /** that in the enumerator's own words; empty where there are none */
  readonly ownReason: (entry: EntryDifference) => string
}

/** How the entries of rosters are named, as surveyed and else as known. */
export function useEntryWords(): EntryWords {
  const { say, documents, visitDate } = useBeside()
  const words = useWords(answerWords)
  const formats = useFormats()
  return {
    title(roster, entry) {
      if (roster === 'members') return memberName(entry.id, documents) ?? words.nameless
      if (roster === 'problems') return said(entry, 'code') ?? words.nameless
      if (roster === 'attachments') return said(entry, 'kind') ?? words.nameless
      const name = familyName(entry.id, documents)
      return name === null ? words.family : words.familyOf(name)
    },
    member(entry) {
      const born = answerOf(entry, 'birthDate')
      const years = typeof born === 'string' ? ageInYears(born, visitDate) : null
      const age = years === null ? null : words.age(formats.number(years))
      return [said(entry, 'relationship'), said(entry, 'sex'), age]
        .filter((part) => part !== null)
        .join(' · ')
    },
    removal(roster, { reason }) {
      const question = questionAt(`${roster}/*/removed`)
      return question && reason !== null ? say(question, reason) : ''
    },
    ownReason: (entry) => said(entry, 'removedWhy') ?? '',
  }

  function said(entry: EntryDifference, field: string): string | null {
    const answer = answerOf(entry, field)
    const question = entry.answers.find(({ path }) => path.endsWith(`/${field}`))?.question
    return question && answer !== null ? say(question, answer) : null
  }
}

function answerOf({ answers }: EntryDifference, field: string): Answer | null {
  const answer = answers.find(({ path }) => path.endsWith(`/${field}`))
  return answer?.after ?? answer?.before ?? null
}
