/**
 * What customers are asked, and what they answered: a survey has its questions, an answer is one person's
 * (or nobody's known), with a value for each question that was answered. Frozen once shipped.
 */
export const feedback = `
CREATE TABLE surveys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  intro TEXT NOT NULL DEFAULT '',
  thanks TEXT NOT NULL DEFAULT '',
  handed_out INTEGER CHECK (handed_out >= 0),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX surveys_trash ON surveys (deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE survey_questions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('stars', 'scale', 'yesNo', 'choice', 'words')),
  text TEXT NOT NULL,
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  measures TEXT CHECK (measures IN ('recommend', 'expected', 'met')),
  dimension TEXT CHECK (dimension IN
    ('reliance', 'reliability', 'responsiveness', 'empathy', 'communication'))
) STRICT;
CREATE INDEX survey_questions_survey ON survey_questions (survey_id, position);

CREATE TABLE survey_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  customer_id INTEGER REFERENCES customers (id),
  way TEXT NOT NULL CHECK (way IN ('phone', 'paper', 'kiosk')),
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'declined', 'unreached')),
  answered_on TEXT NOT NULL,
  complaint_id INTEGER REFERENCES complaints (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX survey_answers_survey ON survey_answers (survey_id, outcome, answered_on, id);
CREATE INDEX survey_answers_customer ON survey_answers (customer_id, answered_on, id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX survey_answers_complaint ON survey_answers (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE TABLE survey_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  answer_id INTEGER NOT NULL REFERENCES survey_answers (id),
  question_id INTEGER NOT NULL REFERENCES survey_questions (id),
  number INTEGER,
  words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX survey_values_answer ON survey_values (answer_id);
CREATE INDEX survey_values_question ON survey_values (question_id, number, answer_id);
`;
