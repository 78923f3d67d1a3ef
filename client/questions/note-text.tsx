/** Something to be read, or to be read aloud. */
export function NoteText({ text }: { readonly text: string }) {
  return <p class="note-text">{text}</p>
}
