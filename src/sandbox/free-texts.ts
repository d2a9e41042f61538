/** Words that people put on customers: with quotes, line breaks, an emoji, and a cell that looks like a formula. */
export const tagWords = [
  'vip',
  'newsletter 2024',
  'trade fair',
  'b2b',
  'b2c',
  'late payer',
  'referral',
  'Großkunde',
  'do not call',
  'gift',
] as const;

export const noteTexts = [
  'Prefers e-mail. Calls only after 16:00.',
  'Wants "free shipping" in writing.',
  'Erreichbar über das Büro der Schwester; Rückruf zugesagt.',
  'Met at the fair in Köln,\nasked for the new catalogue.',
  '=SUM(A1:A3) came over with the old spreadsheet',
  'Déjà client depuis 2009 — très fidèle 🙂',
  'Invoice to the head office; delivery to the shop (back door).',
] as const;
