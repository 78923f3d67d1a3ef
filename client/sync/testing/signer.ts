/** Signs as the server does, under a key of its own. */
export async function createSigner() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  return {
    /** raw, base64url */
    publicKey: toBase64url(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (text: string) =>
      toBase64url(await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text))),
  }
}

function toBase64url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
