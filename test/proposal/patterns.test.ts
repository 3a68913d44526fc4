import { describe, expect, it } from 'vitest';
import { parseSchema } from '../classification/labelled-schema.ts';
import { scoreSchema } from '../classification/score.ts';
import { scoreEdges } from './edge-score.ts';

/** The shapes that databases in the wild have, made up for this. People of whom nothing else identifies them are known by their key. */
const patterns: Readonly<Record<string, string>> = {
  'keys that nobody declared': `
table tbl_members
  primary (member_id)
  people
  member_id | int(11) | not-personal
  email | varchar(80) | email
table tbl_loans
  primary (loan_id)
  link owned-by (member_id) -> tbl_members
  link context (course_id) -> tbl_courses
  loan_id | int(11) | not-personal
  member_id | int(11) | not-personal
  course_id | int(11) | not-personal
  due | date | activity-time
table tbl_courses
  primary (course_id)
  course_id | int(11) | not-personal
  fullname | varchar(80) | not-personal
table tbl_member_prefs
  primary (member_id)
  link owned-by (member_id) -> tbl_members
  member_id | int(11) | not-personal
  page_size | int(11) | preference`,

  'a created_by that names no table': `
table users
  primary (id)
  people
  link accessed-by (created_by) -> users
  id | int(11) | not-personal
  login | varchar(40) | username
  created_by | int(11) | not-personal
table customers
  primary (id)
  people
  link accessed-by (created_by) -> users
  link accessed-by (owner_id) -> users
  id | int(11) | not-personal
  last_name | varchar(40) | last-name
  email | varchar(80) | email
  owner_id | int(11) | not-personal
  created_by | int(11) | not-personal
table products
  primary (id)
  id | int(11) | not-personal
  title | varchar(40) | not-personal
  created_by | int(11) | not-personal`,

  'who asked and who answers': `
table users
  primary (id)
  people
  id | int(11) | not-personal
  username | varchar(40) | username
table tickets
  primary (id)
  link owned-by (reporter) -> users
  link accessed-by (owner) -> users
  link accessed-by (last_changed_by) -> users
  id | int(11) | not-personal
  reporter | int(11) | not-personal
  owner | int(11) | not-personal
  last_changed_by | int(11) | not-personal
  summary | text | message`,

  'one of several tables': `
table users
  primary (id)
  people
  id | int(11) | not-personal
  email | varchar(80) | email
table comments
  primary (id)
  link owned-by (author_id) -> users
  id | int(11) | not-personal
  author_id | int(11) | not-personal
  commentable_id | int(11) | not-personal
  commentable_type | varchar(40) | not-personal
  body | text | message`,

  'a name and a value': `
table accounts
  primary (id)
  people
  id | int(11) | not-personal
  username | varchar(40) | username
  password | varchar(80) | credential
table account_settings
  primary (account_id, setting_name)
  link owned-by (account_id) -> accounts
  account_id | int(11) | not-personal
  setting_name | varchar(40) | not-personal
  setting_value | text | preference`,

  'people known by two columns': `
table users
  primary (username, domain)
  people
  username | varchar(64) | username
  domain | varchar(64) | not-personal
  password | varchar(80) | credential
table messages
  primary (id)
  link owned-by (username, domain) -> users
  id | int(11) | not-personal
  username | varchar(64) | username
  domain | varchar(64) | not-personal
  body | text | message`,

  'contacts in an address book, guests of a booking': `
table users
  primary (id)
  people
  id | int(11) | not-personal
  email | varchar(80) | email
table contacts
  primary (id)
  link owned-by (user_id) -> users
  id | int(11) | not-personal
  user_id | int(11) | not-personal
  name | varchar(80) | full-name
  email | varchar(80) | email
table bookings
  primary (id)
  link owned-by (user_id) -> users
  id | int(11) | not-personal
  user_id | int(11) | not-personal
  starts_at | datetime | activity-time
table booking_guests
  primary (id)
  link owned-by (booking_id) -> bookings
  foreign (booking_id) -> bookings (id)
  id | int(11) | not-personal
  booking_id | int(11) | not-personal
  first_name | varchar(80) | first-name`,

  'parties who are people or companies': `
table parties
  primary (id)
  people
  id | int(11) | account-number
  name | varchar(80) | full-name
table persons
  primary (party_id)
  foreign (party_id) -> parties (id)
  link owned-by (party_id) -> parties
  party_id | int(11) | not-personal
  birth_date | date | birth-date
table contracts
  primary (id)
  foreign (party_id) -> parties (id)
  link owned-by (party_id) -> parties
  id | int(11) | not-personal
  party_id | int(11) | not-personal
  amount | decimal(8,2) | transaction`,

  'what is between two things, or two people': `
table users
  primary (id)
  people
  id | int(11) | not-personal
  email | varchar(80) | email
table friendships
  primary (user_id, friend_id)
  foreign (user_id) -> users (id)
  foreign (friend_id) -> users (id)
  link co-owned (user_id) -> users
  link co-owned (friend_id) -> users
  user_id | int(11) | not-personal
  friend_id | int(11) | not-personal
  since | datetime | activity-time
table roles
  primary (id)
  id | int(11) | not-personal
  name | varchar(80) | not-personal
table role_users
  primary (role_id, user_id)
  link owned-by (user_id) -> users
  link context (role_id) -> roles
  role_id | int(11) | not-personal
  user_id | int(11) | not-personal
table role_permissions
  primary (role_id, permission)
  role_id | int(11) | not-personal
  permission | varchar(80) | not-personal`,

  'Dutch: wie behandelt, krijgt niet': `
table patienten
  primary (patient_id)
  people
  link accessed-by (huisarts_id) -> artsen
  patient_id | int(11) | account-number
  voornaam | varchar(40) | first-name
  achternaam | varchar(40) | last-name
  huisarts_id | int(11) | not-personal
table artsen
  primary (arts_id)
  people
  arts_id | int(11) | account-number
  naam | varchar(80) | full-name
table consulten
  primary (consult_id)
  link owned-by (patient_id) -> patienten
  link accessed-by (arts_id) -> artsen
  consult_id | int(11) | not-personal
  patient_id | int(11) | not-personal
  arts_id | int(11) | not-personal
  diagnose | text | health`,

  'German: Noten gehören den Schülern': `
table schueler
  primary (schueler_id)
  people
  link context (klasse_id) -> klassen
  schueler_id | int(11) | account-number
  vorname | varchar(40) | first-name
  nachname | varchar(40) | last-name
  klasse_id | int(11) | not-personal
table klassen
  primary (klasse_id)
  klasse_id | int(11) | not-personal
  bezeichnung | varchar(40) | not-personal
table lehrer
  primary (lehrer_id)
  people
  lehrer_id | int(11) | account-number
  nachname | varchar(40) | last-name
table noten
  primary (id)
  link owned-by (schueler_id) -> schueler
  link accessed-by (lehrer_id) -> lehrer
  id | int(11) | not-personal
  schueler_id | int(11) | not-personal
  lehrer_id | int(11) | not-personal
  note | int(11) | activity`,

  'what somebody set up for everybody': `
table users
  primary (id)
  people
  id | int(11) | not-personal
  email | varchar(80) | email
  password | varchar(80) | credential
table dashboards
  primary (id)
  foreign (user_created) -> users (id)
  id | int(11) | not-personal
  note | text | not-personal
  user_created | int(11) | not-personal
table exports
  primary (id)
  unique (name)
  foreign (user_id) -> users (id)
  id | int(11) | not-personal
  name | varchar(80) | not-personal
  frequency | varchar(20) | not-personal
  user_id | int(11) | not-personal
table audit_log
  primary (id)
  foreign (user_created) -> users (id)
  link owned-by (user_created) -> users
  id | int(11) | not-personal
  user_created | int(11) | not-personal
  action | varchar(20) | activity
table usage_stats
  primary (id)
  id | int(11) | not-personal
  users | int(11) | not-personal
  pages | int(11) | not-personal
table api_keys
  primary (id)
  id | int(11) | not-personal
  secret | varchar(80) | not-personal
  username | varchar(80) | not-personal`,

  'columns that begin with letters': `
table member
  primary (member_id)
  people
  member_id | int(11) | not-personal
  member_login | varchar(40) | username
  member_password | varchar(80) | credential
table file_copy
  primary (fc_id)
  fc_id | int(11) | not-personal
  fc_name | varchar(80) | not-personal
  fc_actor | int(11) | not-personal
  fc_size | int(11) | not-personal
table recent_changes
  primary (rc_id)
  link owned-by (rc_member_id) -> member
  rc_id | int(11) | not-personal
  rc_member_id | int(11) | not-personal
  rc_ip | varbinary(40) | ip-address
  rc_type | int(11) | activity`,

  'programs beside each other, and people known by a name': `
table qx_users
  primary (user_uid)
  people
  user_uid | varchar(255) | username
  user_pass | varchar(255) | credential
table qx_prefs
  primary (pref_uid, pref_name)
  link owned-by (pref_uid) -> qx_users
  pref_uid | varchar(255) | username
  pref_name | varchar(32) | not-personal
  pref_value | text | preference
table qx_rooms
  primary (room_id)
  room_id | int(11) | not-personal
  room_name | varchar(40) | not-personal
table zyx_shares
  primary (share_id)
  link owned-by (share_owner) -> qx_users
  share_id | int(11) | not-personal
  share_owner | varchar(255) | username
  share_color | varchar(7) | activity
table zyx_shares_days
  primary (share_id, day_no)
  link owned-by (share_id) -> zyx_shares
  share_id | int(11) | not-personal
  day_no | int(11) | not-personal
  day_note | text | free-text
table zyx_kinds
  primary (kind_id)
  kind_id | int(11) | not-personal
  kind_name | varchar(40) | not-personal`,

  'what something has is no whole of it': `
table customers
  primary (id)
  people
  id | int(11) | not-personal
  email | varchar(80) | email
table addresses
  primary (id)
  foreign (customer_id) -> customers (id)
  link owned-by (customer_id) -> customers
  id | int(11) | not-personal
  customer_id | int(11) | not-personal
  street | varchar(80) | street
  city | varchar(80) | city
table warehouses
  primary (id)
  foreign (address_id) -> addresses (id)
  id | int(11) | not-personal
  address_id | int(11) | not-personal
  name | varchar(80) | not-personal
table threads
  primary (id)
  foreign (first_message_id) -> messages (id)
  id | int(11) | not-personal
  first_message_id | int(11) | not-personal
  active_on | datetime | not-personal
table messages
  primary (id)
  foreign (customer_id) -> customers (id)
  foreign (thread_id) -> threads (id)
  link owned-by (customer_id) -> customers
  link context (thread_id) -> threads
  id | int(11) | not-personal
  customer_id | int(11) | not-personal
  thread_id | int(11) | not-personal
  body | text | message`,

  'French: les congés d’un salarié': `
table salaries
  primary (id)
  people
  id | int(11) | account-number
  nom | varchar(40) | full-name
  date_naissance | date | birth-date
table conges
  primary (id)
  foreign (salarie_id) -> salaries (id)
  foreign (valide_par) -> salaries (id)
  link owned-by (salarie_id) -> salaries
  link accessed-by (valide_par) -> salaries
  id | int(11) | not-personal
  salarie_id | int(11) | not-personal
  valide_par | int(11) | not-personal
  motif | text | free-text`,
};

describe('patterns of databases in the wild', () => {
  it.each(Object.entries(patterns))('%s', (name, text) => {
    const schema = parseSchema(name, `# flavour: mysql\n${text}`);
    const { wrong, missed, score } = scoreEdges(schema);
    expect({ wrong, missed, people: score.peopleFound }).toEqual({
      wrong: [],
      missed: [],
      people: schema.people.size,
    });
    const personal = (category: string) => category !== 'not-personal';
    const mistaken = scoreSchema(schema).mistakes.filter(
      ({ label, proposal }) => personal(label) !== personal(proposal.category),
    );
    expect(mistaken.map(({ column }) => column)).toEqual([]);
  });
});
