import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const householdWords = defineWords({
  title: { id: 'Rumah tangga', en: 'Households' },
  counts: {
    id: (all: string, done: string) => `${all} rumah · ${done} selesai`,
    en: (all, done) => `${counted(all, 'household')} · ${done} done`,
  },
  rw: {
    id: (kelurahan: string, rw: string) => `${kelurahan} · RW ${rw}`,
    en: (kelurahan, rw) => `${kelurahan} · RW ${rw}`,
  },
  rwUnknown: {
    id: (kelurahan: string) => `${kelurahan} · RW belum diketahui`,
    en: (kelurahan) => `${kelurahan} · RW not known`,
  },
  rt: { id: (rt: string) => `RT ${rt}`, en: (rt) => `RT ${rt}` },
  rtUnknown: { id: 'RT belum diketahui', en: 'RT not known' },
  done: {
    id: (done: string, all: string) => `${done}/${all} selesai`,
    en: (done, all) => `${done}/${all} done`,
  },
  homes: {
    id: (count: string) => `${count} rumah`,
    en: (count) => counted(count, 'house'),
  },
  list: { id: 'Daftar rumah', en: 'List of households' },
  search: { id: 'Cari nama, NIK, KK, alamat', en: 'Search name, NIK, KK, address' },
  filter: { id: 'Saring menurut keadaan', en: 'Filter by state' },
  all: { id: 'Semua', en: 'All' },
  todo: { id: 'Belum', en: 'To visit' },
  draft: { id: 'Draf', en: 'Draft' },
  revisit: { id: 'Kunjungan ulang', en: 'Revisit' },
  waiting: { id: 'Menunggu kirim', en: 'To be sent' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  conflict: { id: 'Bentrok', en: 'Conflict' },
  held: { id: 'Ditahan pengawas', en: 'Held' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  finished: { id: 'Selesai', en: 'Done' },
  attention: { id: 'Perlu Anda lihat dulu', en: 'Look at these first' },
  nameless: { id: 'Nama belum diketahui', en: 'Name not known yet' },
  addressless: { id: 'Alamat belum ada', en: 'No address yet' },
  people: {
    id: (count: string) => `${count} orang`,
    en: (count) => counted(count, 'person', 'people'),
  },
  today: { id: 'hari ini', en: 'today' },
  added: { id: 'rumah baru', en: 'new household' },
  conflictDetail: {
    id: 'Jawaban berbeda dengan pendata lain',
    en: 'Answers differ from another enumerator’s',
  },
  heldDetail: { id: 'Aman di server, menunggu pengawas', en: 'Safe at the server, waits for the supervisor' },
  add: { id: 'Rumah baru', en: 'New household' },
  send: { id: 'Kirim', en: 'Send' },
  sendCount: { id: (count: string) => `Kirim ${count}`, en: (count) => `Send ${count}` },
  sent: { id: 'Semua sudah diterima server.', en: 'The server has received everything.' },
  downloading: { id: 'Mengambil data rumah', en: 'Fetching the households' },
  downloadedOf: { id: (got: string, of: string) => `${got} dari ${of}`, en: (got, of) => `${got} of ${of}` },
  downloadHint: {
    id: 'Biarkan aplikasi terbuka sampai selesai. Setelah itu Anda dapat bekerja tanpa jaringan.',
    en: 'Keep the app open until this is done. After that you can work without a network.',
  },
  noneTitle: { id: 'Belum ada rumah untuk Anda', en: 'No households for you yet' },
  noneText: {
    id: 'Minta pengawas atau admin kota memberi wilayah tugas, lalu kirim sekali lagi.',
    en: 'Ask the supervisor or the city admin for an area, then send once more.',
  },
  offlineTitle: {
    id: 'Data rumah belum sampai di ponsel ini',
    en: 'The households have not reached this phone',
  },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
  nothingFound: { id: 'Tidak ada yang cocok', en: 'Nothing fits' },
  nothingFoundText: {
    id: 'Coba kata lain, atau lihat semua rumah.',
    en: 'Try another word, or see all households.',
  },
  showAll: { id: 'Tampilkan semua', en: 'Show all' },
  found: {
    id: (shown: string, all: string) => `${shown} dari ${all} rumah`,
    en: (shown, all) => `${shown} of ${counted(all, 'household')}`,
  },
})
