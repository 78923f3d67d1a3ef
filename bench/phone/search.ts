import type { Page } from '@playwright/test'
import { searchField } from '../../tests/support/people.ts'
import type { Measurement } from '../figure.ts'
import { timed } from './stopwatch.ts'

/** As enumerators search: by names, by an alley, by a number, half a word at a time. */
const SEARCHES = ['siti nur', 'asep sur', 'gg mawar', '327301', 'kurnia', 'dedeh 003']

/** From each key to the frame that shows what it found. */
export async function measureSearch(page: Page, report: (measurement: Measurement) => void): Promise<void> {
  const field = searchField(page)
  const samples: number[] = []
  for (const words of SEARCHES) {
    await field.click()
    for (const key of words) {
      samples.push(
        await timed(page, { from: 'input', drawn: true }, () =>
          page.keyboard.press(key === ' ' ? 'Space' : key),
        ),
      )
    }
    await field.fill('')
  }
  report({ name: 'search, from a key to the list', unit: 'ms', samples, reach: { p95AtMost: 50 } })
}
