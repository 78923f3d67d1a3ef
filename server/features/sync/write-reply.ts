import type { ChangeResult, OwnSurvey, SyncReply, WrittenReply } from '../../../shared/sync/protocol.ts'

/** A reply without what it mostly says, since a phone on a weak network pays for each word. Rule [N7] of SPEC.md. */
export function writeReply(reply: SyncReply): WrittenReply {
  const { protocol, epoch, at, results, released, signature, expected, backedUp } = reply
  const { scope, own, news, cursors, digests, remaining } = reply
  return {
    protocol,
    epoch,
    at,
    ...(results.length > 0 && { results: results.map(writeResult) }),
    ...(released.length > 0 && { released: released.map(writeResult) }),
    ...(signature !== null && { signature }),
    ...(expected !== null && { expected }),
    ...(backedUp > 0 && { backedUp }),
    ...(scope !== null && { scope }),
    ...(own.length > 0 && { own: own.map(writeOwn) }),
    ...(news.length > 0 && { news }),
    ...(Object.keys(cursors).length > 0 && { cursors }),
    ...(digests !== null && { digests }),
    ...(remaining > 0 && { remaining }),
  }
}

function writeResult({ survey, version, conflicts, refused, fault, ...result }: ChangeResult) {
  return {
    ...result,
    ...(survey !== null && { survey, version }),
    ...(conflicts > 0 && { conflicts }),
    ...(refused !== null && { refused }),
    ...(fault !== null && { fault }),
  }
}

function writeOwn({ area, ...own }: OwnSurvey) {
  return area === null ? own : { ...own, area }
}
