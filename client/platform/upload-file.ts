import type * as z from 'zod/mini'
import { fault, type Fault } from '../../shared/faults.ts'
import { readReply } from './fetch-json.ts'

/**
 * Sends a file as a request's body. By XMLHttpRequest, since fetch cannot tell how much has gone out.
 * @param sent hears the share from 0 to 1
 */
export function uploadFile<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  { file, sent }: { readonly file: File; readonly sent: (share: number) => void },
): Promise<z.infer<Schema> | Fault> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () =>
      resolve(
        readReply(
          {
            status: request.status,
            contentType: request.getResponseHeader('content-type') ?? '',
            text: request.responseText,
          },
          schema,
        ),
      ),
    )
    request.addEventListener('error', () => resolve(fault('unreachable')))
    request.addEventListener('abort', () => resolve(fault('unreachable')))
    request.send(file)
  })
}
