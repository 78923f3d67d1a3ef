import { answersOf, sameAnswer } from '../../../shared/survey/path.ts'
import type { Evidence, KeptConflict, KeptOverlap } from './evidence.ts'
import { foldLog, type FoldedSurvey } from './fold-log.ts'
import { forbiddenWords } from './same-households.ts'

/**
 * What stands is the fold of the log: building every survey anew from it gives what is stored, and each word on two
 * households could follow those before it.
 */
export function restartStability({ office, past }: Evidence): readonly string[] {
  const folded = foldLog(office.log)
  const breaches = office.surveys.flatMap((survey) => {
    const said = (what: string) => `survey ${survey.id}: ${what}`
    const logged = folded.get(survey.id)
    const anew = logged && survey.status === 'folded' ? sealed(logged, past.size > 0) : logged
    if (!anew) return [said('the log knows nothing of it')]
    folded.delete(survey.id)
    const [stored, built] = [answersOf(survey.document), answersOf(anew.document)]
    const paths = [...new Set([...stored.keys(), ...built.keys()])].filter(
      (path) => !sameAnswer(stored.get(path) ?? null, built.get(path) ?? null),
    )
    return [
      ...paths.map((path) => said(`${path} is stored otherwise than the log says`)),
      ...(anew.version === survey.version
        ? []
        : [said(`version ${survey.version}, by the log ${anew.version}`)]),
      ...(anew.status === survey.status ? [] : [said(`${survey.status}, by the log ${anew.status}`)]),
      ...conflictDifferences(
        anew,
        office.conflicts.filter((conflict) => conflict.survey === survey.id),
      ).map(said),
      ...overlapDifferences(
        anew,
        office.overlaps.filter((overlap) => overlap.survey === survey.id),
      ).map(said),
    ]
  })
  return [
    ...breaches,
    ...forbiddenWords(office.said),
    ...[...folded.keys()].map((id) => `survey ${id}: in the log, and not stored`),
  ]
}

/**
 * A seal is no change of the log: it takes what is approved, as the next version. A restored server takes over a seal
 * whose approvals it has lost.
 */
function sealed(survey: FoldedSurvey, wasRestored: boolean): FoldedSurvey {
  const isDue = wasRestored || survey.status === 'approved'
  return { ...survey, version: survey.version + 1, status: isDue ? 'folded' : survey.status }
}

function conflictDifferences(
  { conflicts }: FoldedSurvey,
  stored: readonly KeptConflict[],
): readonly string[] {
  const text = ({ group, device, answers }: Pick<KeptConflict, 'group' | 'device' | 'answers'>) =>
    `${group} of ${device}: ${JSON.stringify(
      Object.entries(answers)
        .map(([path, { offered }]) => [path, offered])
        .sort(),
    )}`
  const [kept, built] = [new Set(stored.map(text)), new Set(conflicts.map(text))]
  return [
    ...[...kept].filter((one) => !built.has(one)).map((one) => `the log has no conflict on ${one}`),
    ...[...built].filter((one) => !kept.has(one)).map((one) => `no conflict is kept on ${one}`),
  ]
}

function overlapDifferences({ overlaps }: FoldedSurvey, stored: readonly KeptOverlap[]): readonly string[] {
  const text = ({
    change,
    account,
    other,
    base,
    version,
    paths,
    otherPaths,
    isSeen,
  }: Omit<KeptOverlap, 'survey'>) =>
    JSON.stringify([change, account, other, base, version, paths, otherPaths, isSeen])
  const built = new Set(overlaps.map(({ seen, ...one }) => text({ ...one, isSeen: seen !== null })))
  const kept = new Set(stored.map(text))
  return [
    ...[...kept].filter((one) => !built.has(one)).map((one) => `the log has no overlap ${one}`),
    ...[...built].filter((one) => !kept.has(one)).map((one) => `no overlap is kept: ${one}`),
  ]
}
