import { defineWords } from './language/define-words.ts'

/** What the components of the first load say. */
export const kitWords = defineWords({
  optional: { id: 'tidak wajib', en: 'optional' },
  help: { id: 'Bantuan', en: 'Help' },
  warning: { id: 'Periksa', en: 'Check' },
  error: { id: 'Perlu diperbaiki', en: 'To be mended' },
  showPassword: { id: 'Tampilkan kata sandi', en: 'Show password' },
  hidePassword: { id: 'Sembunyikan kata sandi', en: 'Hide password' },
  clearSearch: { id: 'Hapus pencarian', en: 'Clear search' },
  back: { id: 'Kembali', en: 'Back' },
  close: { id: 'Tutup', en: 'Close' },
  loading: { id: 'Memuat …', en: 'Loading …' },
})

/** Where a survey or its sending stands: the same word and sign on every screen. */
export const statusWords = defineWords({
  notVisited: { id: 'Belum didata', en: 'Not visited' },
  draft: { id: 'Draf', en: 'Draft' },
  revisit: { id: 'Kunjungan ulang', en: 'Revisit' },
  unsent: { id: 'Belum terkirim', en: 'Not sent yet' },
  sending: { id: 'Sedang dikirim', en: 'Sending' },
  received: { id: 'Diterima', en: 'Received' },
  submitted: { id: 'Diserahkan', en: 'Submitted' },
  inReview: { id: 'Ditinjau', en: 'In review' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  approved: { id: 'Disetujui', en: 'Approved' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  folded: { id: 'Masuk basis data', en: 'In the register' },
  conflict: { id: 'Bentrok', en: 'Conflict' },
  quarantined: { id: 'Ditahan pengawas', en: 'Held back' },
  late: { id: 'Menyusul', en: 'Late' },
  offline: { id: 'Luring', en: 'Offline' },
  online: { id: 'Daring', en: 'Online' },
})
