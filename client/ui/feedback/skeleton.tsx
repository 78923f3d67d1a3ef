import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import './skeleton.css'

/** Holds the place of rows that are being read from this device; as tall as the rows that come. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const words = useWords(kitWords)
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton-row" />
      ))}
    </div>
  )
}
