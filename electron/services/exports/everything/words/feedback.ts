import { common, type TableWords } from './said.ts';

const surveyId = {
  id: 'Surveinya (id di surveys.csv).',
  en: 'The survey (id in surveys.csv).',
};

export const surveys: TableWords<'surveys'> = {
  holds: {
    id: 'Survei: apa yang ditanyakan kepada pelanggan.',
    en: 'Surveys: what customers are asked.',
  },
  columns: {
    id: common.id,
    name: { id: 'Nama survei.', en: 'What it is called.' },
    intro: { id: 'Kata pembuka.', en: 'What is said before the first question.' },
    thanks: { id: 'Ucapan terima kasih.', en: 'What is said after the last question.' },
    handed_out: {
      id: 'Berapa lembar kertas yang dibagikan; kosong: tidak dihitung.',
      en: 'How many paper slips were handed out; blank: nobody counted.',
    },
    created_at: common.createdAt,
    deleted_at: common.deletedAt,
  },
};

export const surveyQuestions: TableWords<'survey_questions'> = {
  holds: { id: 'Pertanyaan tiap survei.', en: 'The questions of each survey.' },
  columns: {
    id: common.id,
    survey_id: surveyId,
    position: common.position,
    kind: {
      id: 'stars (bintang 1–5), scale (0–10), yesNo (ya atau tidak), choice (pilihan), words (kata-kata).',
      en: 'stars (1–5), scale (0–10), yesNo, choice or words.',
    },
    text: { id: 'Pertanyaannya.', en: 'The question.' },
    choices: { id: 'Pilihannya (JSON).', en: 'What can be chosen (JSON).' },
    measures: {
      id: 'recommend (mau merekomendasikan), expected (seberapa penting), met (seberapa baik); kosong: lainnya.',
      en: 'recommend (would they recommend), expected (how important) or met (how well it was done); blank: something else.',
    },
    dimension: {
      id: 'Sisi layanannya: reliance (bisa diandalkan), reliability (janji ditepati), responsiveness (cepat tanggap), empathy (peduli), communication (komunikasi dua arah).',
      en: 'The side of service: reliance, reliability, responsiveness, empathy or communication.',
    },
  },
};

export const surveyAnswers: TableWords<'survey_answers'> = {
  holds: {
    id: 'Siapa yang ditanya, dan bagaimana hasilnya.',
    en: 'Who was asked, and what became of it.',
  },
  columns: {
    id: common.id,
    survey_id: surveyId,
    customer_id: {
      id: 'Pelanggannya (id di customers.csv); kosong: tidak diketahui siapa.',
      en: 'The customer (id in customers.csv); blank: nobody knows who.',
    },
    way: {
      id: 'Lewat apa: phone (telepon), paper (kertas), kiosk (layar toko).',
      en: 'How: phone, paper or kiosk (the shop’s screen).',
    },
    outcome: {
      id: 'answered (menjawab), declined (tidak mau), unreached (tidak terhubung).',
      en: 'answered, declined or unreached.',
    },
    answered_on: { id: 'Tanggalnya.', en: 'The day of that.' },
    complaint_id: common.complaintId,
    created_at: common.createdAt,
  },
};

export const surveyValues: TableWords<'survey_values'> = {
  holds: { id: 'Jawaban tiap pertanyaan.', en: 'What was answered to each question.' },
  columns: {
    id: common.id,
    answer_id: {
      id: 'Jawaban siapa (id di survey_answers.csv).',
      en: 'Whose answer (id in survey_answers.csv).',
    },
    question_id: {
      id: 'Pertanyaannya (id di survey_questions.csv).',
      en: 'The question (id in survey_questions.csv).',
    },
    number: {
      id: 'Bintang 1–5, angka 0–10, 1 untuk ya dan 0 untuk tidak, atau pilihan ke berapa (dari 0).',
      en: 'Stars 1–5, a number 0–10, 1 for yes and 0 for no, or which choice (from 0).',
    },
    words: { id: 'Kata-katanya.', en: 'In words.' },
  },
};
