import { defineWords } from '../../../ui/language/define-words.ts'
import { counted } from '../../../ui/language/counted.ts'

export const lostPhoneWords = defineWords({
  title: {
    id: (name: string) => `Ponsel ${name} kembali kosong`,
    en: (name) => `The phone of ${name} came back empty`,
  },
  unsent: {
    id: (count: string, when: string) =>
      `Paling banyak ${count} survei belum terkirim saat terakhir dicatat, ${when}.`,
    en: (count, when) =>
      `At most ${counted(count, 'survey was', 'surveys were')} unsent when last noted, ${when}.`,
  },
  nothing: {
    id: (when: string) => `Semuanya sudah terkirim saat terakhir dicatat, ${when}.`,
    en: (when) => `Everything had been sent when last noted, ${when}.`,
  },
  unknown: {
    id: 'Berapa survei yang belum terkirim tidak diketahui.',
    en: 'How many surveys had not been sent is not known.',
  },
  lastSync: {
    id: (when: string) => `Terakhir terhubung ke server ${when}: yang terkirim sampai saat itu aman.`,
    en: (when) => `Last connected to the server ${when}: what was sent until then is safe.`,
  },
  todo: {
    id: 'Hubungi pendata dan tanyakan rumah mana yang didata sejak itu; rumah itu perlu didata lagi.',
    en: 'Call the enumerator and ask which households were surveyed since; they need another visit.',
  },
  seen: { id: 'Sudah saya urus', en: 'I have seen to it' },
})
