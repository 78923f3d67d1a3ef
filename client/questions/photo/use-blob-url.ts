import { useEffect, useState } from 'preact/hooks'

/**
 * The URL of a blob for as long as the component shows it; then the blob's memory is given back.
 * @param key names the blob: another one is read anew
 * @returns undefined while it is read, null where there is none
 */
export function useBlobUrl(
  key: string | null,
  read: (key: string) => Promise<Blob | null>,
): string | null | undefined {
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let isOver = false
    let made: string | null = null
    const make = async () => {
      const blob = key === null ? null : await read(key)
      if (isOver) return
      made = blob && URL.createObjectURL(blob)
      setUrl(made)
    }
    void make()
    return () => {
      isOver = true
      setUrl(undefined)
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [key, read])
  return url
}
