/** What is kept for programs that call us. */
export interface AppChannelTables {
  readonly repeatable_answer: RepeatableAnswerRow;
  readonly used_token: UsedTokenRow;
}

interface RepeatableAnswerRow {
  organisation_id: string;
  key_hash: string;
  request_hash: string;
  answer: Buffer;
  made_at: string;
}

interface UsedTokenRow {
  organisation_id: string;
  token_hash: string;
  expires_at: string;
}
