import * as z from 'zod/mini'
import type { Text } from './text.ts'

type FaultEntry = {
  /** HTTP status (RFC 9110) */
  readonly status: number
  /** whether trying the same again can help without anybody doing anything */
  readonly retry: boolean
  /** what happened and what to do */
  readonly text: Text
}

/**
 * The one catalogue of expected failures: the same entry drives the response (RFC 9457 problem details), the
 * log and the screen. (A *problem* in this code is always a household's.)
 */
export const FAULTS = {
  'bad-request': {
    status: 400,
    retry: false,
    text: {
      id: 'Permintaan tidak dapat dibaca. Muat ulang halaman lalu coba lagi.',
      en: 'The request cannot be read. Reload the page and try again.',
    },
  },
  'wrong-credentials': {
    status: 401,
    retry: false,
    text: { id: 'Nama pengguna atau kata sandi salah.', en: 'Wrong user name or password.' },
  },
  'signed-out': {
    status: 401,
    retry: false,
    text: {
      id: 'Sesi berakhir. Masuk lagi; data di perangkat ini tetap aman.',
      en: 'The session has ended. Sign in again; the data on this device is kept.',
    },
  },
  forbidden: {
    status: 403,
    retry: false,
    text: { id: 'Akun ini tidak berwenang untuk itu.', en: 'This account may not do that.' },
  },
  'out-of-area': {
    status: 403,
    retry: false,
    text: { id: 'Di luar wilayah tugas akun ini.', en: 'Outside the areas of this account.' },
  },
  'device-of-another': {
    status: 403,
    retry: false,
    text: {
      id: 'Perangkat ini terdaftar untuk akun lain. Muat ulang lalu masuk lagi.',
      en: 'This device belongs to another account. Reload and sign in again.',
    },
  },
  'device-revoked': {
    status: 403,
    retry: false,
    text: {
      id: 'Ponsel ini dicabut. Data di perangkat ini tetap aman. Jangan hapus data aplikasi; hubungi pengawas.',
      en: 'This phone was revoked. The data on this device is kept. Do not clear the app’s data; call your supervisor.',
    },
  },
  'not-found': {
    status: 404,
    retry: false,
    text: { id: 'Tidak ditemukan.', en: 'Not found.' },
  },
  'wrong-state': {
    status: 409,
    retry: false,
    text: {
      id: 'Keadaannya sudah berubah. Muat ulang lalu lihat lagi.',
      en: 'Its state has changed meanwhile. Reload and look again.',
    },
  },
  'open-conflict': {
    status: 409,
    retry: false,
    text: {
      id: 'Masih ada bentrok. Pilih dulu jawaban yang benar.',
      en: 'There are conflicts left. Choose the right answers first.',
    },
  },
  'survey-incomplete': {
    status: 409,
    retry: false,
    text: { id: 'Survei belum lengkap.', en: 'The survey is not complete.' },
  },
  'import-running': {
    status: 409,
    retry: true,
    text: {
      id: 'Impor lain sedang berjalan. Tunggu sampai selesai.',
      en: 'Another import is running. Wait until it ends.',
    },
  },
  'period-sealed': {
    status: 409,
    retry: false,
    text: {
      id: 'Periode ini sudah disegel. Perbaikan masuk ke periode berikutnya.',
      en: 'This period is sealed. Corrections go into the next one.',
    },
  },
  'period-has-package': {
    status: 409,
    retry: false,
    text: {
      id: 'Periode ini sudah pernah disegel: paketnya ada, tetapi server dipulihkan dari cadangan yang lebih lama. Hubungi pengelola server.',
      en: 'This period was sealed before: its package is there, but the server was restored from an older copy. Ask who runs the server.',
    },
  },
  'period-not-next': {
    status: 409,
    retry: false,
    text: {
      id: 'Hanya periode yang sedang terbuka yang dapat disegel.',
      en: 'Only the open period can be sealed.',
    },
  },
  'too-large': {
    status: 413,
    retry: false,
    text: { id: 'Kiriman terlalu besar.', en: 'The request is too large.' },
  },
  'unknown-encoding': {
    status: 415,
    retry: false,
    text: {
      id: 'Permintaan tidak dapat dibaca.',
      en: 'The request cannot be read.',
    },
  },
  'wrong-layout': {
    status: 422,
    retry: false,
    text: {
      id: 'Kepala kolom tidak cocok dengan format dtks-dump-17. Pastikan berkasnya dipisah tanda | dan baris pertamanya berisi 17 nama kolom.',
      en: 'The header does not fit the format dtks-dump-17. The file must be separated by | and its first line must hold the 17 column names.',
    },
  },
  'mended-without-list': {
    status: 422,
    retry: false,
    text: {
      id: 'Ini berkas perbaikan, tetapi belum ada daftar bertanggal itu. Pilih tanggal yang sama dengan daftar yang diperbaiki.',
      en: 'These are mended rows, but there is no list of that date. Choose the same date as the list that they mend.',
    },
  },
  'nothing-accepted': {
    status: 422,
    retry: false,
    text: {
      id: 'Tidak ada baris yang dapat diterima. Unduh baris yang ditolak, perbaiki, lalu impor lagi.',
      en: 'No row could be accepted. Download the rejected rows, mend them and import again.',
    },
  },
  'import-interrupted': {
    status: 500,
    retry: false,
    text: {
      id: 'Impor terhenti sebelum selesai; tidak ada yang diubah. Impor lagi berkas yang sama.',
      en: 'The import stopped before its end; nothing was changed. Import the same file again.',
    },
  },
  'protocol-too-old': {
    status: 426,
    retry: false,
    text: {
      id: 'Aplikasi perlu diperbarui. Data di perangkat ini tetap aman.',
      en: 'The app needs an update. The data on this device is kept.',
    },
  },
  'protocol-too-new': {
    status: 501,
    retry: true,
    text: {
      id: 'Server perlu diperbarui. Data di perangkat ini tetap aman.',
      en: 'The server needs an update. The data on this device is kept.',
    },
  },
  'too-many-tries': {
    status: 429,
    retry: true,
    text: {
      id: 'Terlalu banyak percobaan. Tunggu beberapa menit lalu coba lagi.',
      en: 'Too many tries. Wait a few minutes and try again.',
    },
  },
  'server-error': {
    status: 500,
    retry: true,
    text: {
      id: 'Terjadi galat di server. Coba lagi sebentar.',
      en: 'Something went wrong at the server. Try again shortly.',
    },
  },
  busy: {
    status: 503,
    retry: true,
    text: {
      id: 'Server sedang sibuk. Akan dicoba lagi sendiri.',
      en: 'The server is busy. It will be tried again by itself.',
    },
  },
  'storage-full': {
    status: 507,
    retry: true,
    text: {
      id: 'Penyimpanan penuh. Hapus berkas lain di perangkat ini, lalu coba lagi.',
      en: 'Storage is full. Delete other files on this device, then try again.',
    },
  },
  'server-full': {
    status: 507,
    retry: true,
    text: {
      id: 'Penyimpanan server penuh. Data di perangkat ini tetap aman; beri tahu admin.',
      en: 'The server’s storage is full. The data on this device is kept; tell the admin.',
    },
  },
  'picture-damaged': {
    status: 422,
    retry: true,
    text: {
      id: 'Foto rusak di jalan. Akan dikirim lagi sendiri.',
      en: 'The photo was damaged on the way. It will be sent again by itself.',
    },
  },
  // Quarantine: acknowledged and kept, but not applied until a supervisor looks.
  'unknown-shape': {
    status: 422,
    retry: false,
    text: {
      id: 'Bentuk kiriman tidak dikenal; ditahan pengawas.',
      en: 'The shape of the change is unknown; held in quarantine.',
    },
  },
  'foreign-device': {
    status: 422,
    retry: false,
    text: {
      id: 'Kiriman berasal dari perangkat lain; ditahan pengawas.',
      en: 'The change comes from another device; held in quarantine.',
    },
  },
  'foreign-survey': {
    status: 422,
    retry: false,
    text: {
      id: 'Survei tidak cocok dengan rumah tangganya; ditahan pengawas.',
      en: 'The survey does not fit its household; held in quarantine.',
    },
  },
  'reused-id': {
    status: 422,
    retry: false,
    text: {
      id: 'Nomor kiriman dipakai dua kali dengan isi berbeda; ditahan pengawas.',
      en: 'One id was used for two different changes; held in quarantine.',
    },
  },
  'unknown-area': {
    status: 422,
    retry: false,
    text: {
      id: 'Wilayah survei tidak diketahui; ditahan pengawas.',
      en: 'The area of the survey is not known; held in quarantine.',
    },
  },
  'cannot-apply': {
    status: 422,
    retry: false,
    text: {
      id: 'Kiriman tidak dapat diterapkan; ditahan pengawas.',
      en: 'The change cannot be applied; held in quarantine.',
    },
  },
  'follows-quarantine': {
    status: 422,
    retry: false,
    text: {
      id: 'Menyusul kiriman yang ditahan pengawas.',
      en: 'It follows a change that is held in quarantine.',
    },
  },
  // Only the phone sees these.
  'forged-receipt': {
    status: 0,
    retry: true,
    text: {
      id: 'Tanda terima ini bukan dari server kita. Semuanya tetap aman di ponsel ini dan dikirim lagi sendiri; kalau terus begini, hubungi pengawas.',
      en: 'This receipt is not from our server. All of it is safe on this phone and will be sent again by itself; if it goes on, call your supervisor.',
    },
  },
  'server-key-changed': {
    status: 0,
    retry: false,
    text: {
      id: 'Ini bukan server yang dikenal ponsel ini. Jangan hapus data aplikasi; hubungi pengawas.',
      en: 'This is not the server that this phone knows. Do not clear the app’s data; call your supervisor.',
    },
  },
  unreachable: {
    status: 0,
    retry: true,
    text: {
      id: 'Tidak ada sambungan ke server. Akan dicoba lagi sendiri.',
      en: 'The server cannot be reached. It will be tried again by itself.',
    },
  },
  'not-our-server': {
    status: 0,
    retry: true,
    text: {
      id: 'Jaringan ini minta masuk dulu (halaman Wi-Fi). Buka peramban, masuk ke Wi-Fi, lalu coba lagi.',
      en: 'This network wants a sign-in first (Wi-Fi page). Open the browser, sign in to the Wi-Fi, then try again.',
    },
  },
  'save-failed': {
    status: 0,
    retry: true,
    text: {
      id: 'Jawaban belum tersimpan. Coba lagi; kalau tetap gagal, muat ulang aplikasi.',
      en: 'An answer is not saved yet. Try again; if it still fails, reload the app.',
    },
  },
  'no-room-for-photos': {
    status: 0,
    retry: false,
    text: {
      id: 'Ruang untuk foto di ponsel ini habis; sisanya dijaga untuk jawaban. Hapus berkas lain di ponsel, lalu coba lagi.',
      en: 'There is no room left for photos on this phone; the rest is kept for answers. Delete other files on the phone, then try again.',
    },
  },
  'camera-refused': {
    status: 0,
    retry: false,
    text: {
      id: 'Kamera belum diizinkan. Buka setelan situs ini di peramban, izinkan Kamera, lalu coba lagi. Atau pilih foto dari galeri.',
      en: 'The camera is not allowed yet. Open this site’s settings in the browser, allow Camera, then try again. Or choose a photo from the gallery.',
    },
  },
  'no-camera': {
    status: 0,
    retry: false,
    text: {
      id: 'Tidak ada kamera yang dapat dipakai di perangkat ini. Pilih foto dari galeri.',
      en: 'There is no camera to be used on this device. Choose a photo from the gallery.',
    },
  },
  'camera-busy': {
    status: 0,
    retry: false,
    text: {
      id: 'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi. Atau pilih foto dari galeri.',
      en: 'Another app is using the camera. Close that app, then try again. Or choose a photo from the gallery.',
    },
  },
  'picture-unreadable': {
    status: 422,
    retry: false,
    text: {
      id: 'Gambar ini tidak dapat dibaca. Ambil foto baru atau pilih gambar lain.',
      en: 'This photo cannot be read. Take a new one or choose another photo.',
    },
  },
  'picture-too-large': {
    status: 413,
    retry: false,
    text: {
      id: 'Gambar ini terlalu besar. Ambil foto baru atau pilih gambar lain.',
      en: 'This photo is too large. Take a new one or choose another photo.',
    },
  },
  'location-refused': {
    status: 0,
    retry: false,
    text: {
      id: 'Izin lokasi belum diberikan. Buka setelan situs di peramban, izinkan Lokasi, lalu coba lagi.',
      en: 'The location is not allowed. Open the site settings of the browser, allow Location, then try again.',
    },
  },
  'location-unavailable': {
    status: 0,
    retry: false,
    text: {
      id: 'Ponsel tidak memberi lokasi. Nyalakan Lokasi (GPS) di setelan ponsel, lalu coba lagi.',
      en: 'The phone gives no location. Turn Location (GPS) on in its settings, then try again.',
    },
  },
  'no-location-in-time': {
    status: 0,
    retry: true,
    text: {
      id: 'Lokasi belum didapat. Coba lagi di tempat terbuka, jauh dari dinding dan atap.',
      en: 'No location was found. Try again in the open, away from walls and roofs.',
    },
  },
  'sequence-gap': {
    status: 409,
    retry: false,
    text: {
      id: 'Urutan kiriman terputus. Jangan hapus data aplikasi; hubungi pengawas.',
      en: 'The order of sending is broken. Do not clear the app’s data; call your supervisor.',
    },
  },
} as const satisfies Record<string, FaultEntry>

export type FaultCode = keyof typeof FAULTS
export const faultCodeSchema = z.custom<FaultCode>(isFaultCode)

/** An expected failure as a value; `detail` holds ids and numbers for the log, never personal data. */
export type Fault = {
  readonly fault: FaultCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export function fault(code: FaultCode, detail?: Fault['detail']): Fault {
  return detail ? { fault: code, detail } : { fault: code }
}

/** True for a fault and nothing else: an import that failed has a field `fault` too, and is none. */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null || !('fault' in value)) return false
  return isFaultCode(value.fault) && Object.keys(value).every((key) => key === 'fault' || key === 'detail')
}

function isFaultCode(value: unknown): value is FaultCode {
  return typeof value === 'string' && Object.hasOwn(FAULTS, value)
}
