import './mark.css'

/** The product's mark, as on the home screen: a house and a check that hits (*jitu*: on the mark). */
export function Mark() {
  return (
    <svg class="mark" viewBox="52 52 408 408" aria-hidden="true" focusable="false">
      <rect class="mark-ground" x="52" y="52" width="408" height="408" rx="90" />
      <path class="mark-house" d="M244 134 376 246V372H112V246Z" />
      <path class="mark-gap" d="M184 260 246 322 390 166" />
      <path class="mark-check" d="M184 260 246 322 390 166" />
    </svg>
  )
}
