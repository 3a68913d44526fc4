import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  language: 'en',
  words: {
    'full-name':
      'full name, real name, display name, person name, customer name, contact person, recipient name, account holder, card holder, holder name, sender name, employee name, client name, patient name, member name, attention, alias name, other name, legal person name, contact name',
    'first-name':
      'first name, given name, forename, fname, christian name, middle name, second name, initials, middle initial, firstname, givenname, middlename',
    'last-name':
      'last name, surname, family name, lname, maiden name, birth name, lastname, familyname, second surname',
    'name-prefix':
      'name prefix, name suffix, salutation, honorific, courtesy title, name title, academic title, surname prefix, infix',
    nickname: 'nickname, nick name, nick, screen name, preferred name, pseudonym, alias, known as',
    address:
      'address, address line, street address, address line two, mailing address, postal address, home address, billing address, shipping address, delivery address, addr, addr line, po box, pobox, full address, line one, line two, line three',
    street: 'street, street name, road, street line, address street',
    'house-number':
      'house number, house no, street number, building number, apartment, apartment number, flat number, unit number, unit no, house number suffix',
    postcode: 'postcode, post code, postal code, zip, zip code, zipcode, postalcode',
    city: 'city, town, locality, place of residence, village, municipality, suburb',
    region:
      'region, province, state province, county, state or province, federal state, state code, province code, district',
    country: 'country, country code, country name, country of residence',
    email:
      'email, e mail, mail, email address, mail address, e mail address, bcc, cc address, emails, recipient, recipient email, to email, from email, sender email, reply to email, work email, private email',
    phone:
      'phone, telephone, phone number, telephone number, mobile, mobile phone, mobile number, cell, cell phone, cellphone, fax, fax number, tel, gsm, landline, home phone, work phone, pager, pager phone, msisdn, contact number, caller, caller number, called number, phonenumber, daytime phone, evening phone, sms number, contact info, clid, caller id, callerid',
    'online-handle':
      'website, homepage, home page, personal site, personal url, twitter, facebook, instagram, linkedin, youtube, mastodon, tiktok, bluesky, skype, whatsapp, telegram, icq, jabber, xmpp, github, snapchat, pinterest, social media, social handle, author url, user url, profile url, web site, site url, messenger',
    username:
      'username, user name, login, login name, account name, logon, loginname, user login, login id, handle, uname, principal name, remote user, logged in user, screenname',
    'customer-number':
      'customer number, customer no, customer code, client number, client no, client code, member number, membership number, loyalty number, loyalty card, subscriber number, patient number, debtor number, customer ref, customer reference, member no, policy holder number, student number',
    'account-number':
      'account number, account no, user number, registration number, external reference, external id, external identifier, account code, account ref',
    'employee-number':
      'employee number, employee no, staff number, personnel number, payroll number, badge number, staff no, personnel no, employee code, badge',
    credential:
      'password, passwd, passphrase, pass, pwd, passwort, password hash, password digest, pass hash, hashed password, secret, secret key, token, api key, access token, refresh token, auth token, reset token, activation key, activation code, confirmation code, confirmation token, verification code, verification token, session key, session token, private key, salt, otp, totp, totp secret, mfa secret, two factor secret, pin, pin code, pincode, recovery code, recovery codes, security question, security answer, secret answer, certificate, ssh key, public key, bearer, auth key, remember token, credential, credentials, encrypted password, login hash, invite code, invitation token, key hash, token hash, secret hash, passcode, one time token, one time password',
    bsn: '',
    'identity-document':
      'social security number, social security, ssn, national id, national identification number, national insurance number, identity number, identity card, id card, id card number, passport, passport number, passport no, driver licence, drivers license, driver license number, driving licence, tax identification number, personal id, personal number, personal code, citizen service number, fiscal code, residence permit, visa number, tin, personal identification number, nino, id document, identity document',
    'trade-register-number':
      'chamber of commerce number, trade register, trade register number, company number, company registration number',
    iban: 'iban, iban number',
    'bank-account':
      'bank account, bank account number, bic, swift, swift code, sort code, routing number, bank name, mandate, mandate ref, mandate reference, mandate id, sepa mandate, account iban, bank code, bank details, bank',
    'payment-card':
      'card number, credit card, creditcard, credit card number, debit card, card no, cc number, cc num, ccnumber, card last4, card last four, last four, cvc, cvv, card expiry, card expiration, cc exp, card type, card brand, pan, card fingerprint, last 4 digits, payment card, card holder name',
    transaction:
      'amount, total, sub total, subtotal, grand total, price, unit price, cost, fee, tax, vat, discount, balance, paid, currency, curr, payment, payment method, invoice, invoice number, invoice no, order number, order no, order reference, quantity, qty, credit limit, creditlimit, credit, coupon, voucher, shipping, shipping method, refund, refunded, charge, plan, subscription, terms, net amount, netamount, gross amount, outstanding, rate, transaction, purchase, product name, sku, tracking number, tracking code, due amount, surcharge, debit, deposit, donation, tip, points, loyalty points, revenue, payment days, cadence, billing',
    'licence-plate':
      'license plate, licence plate, number plate, plate, plate number, registration plate, vehicle registration, vehicle registration number, car plate, vrm',
    vin: 'vin, vehicle identification number, chassis number, vin number, vin code, frame number',
    vehicle:
      'vehicle, car, make, model, mileage, odometer, first registered, mileage km, vehicle type, engine, fuel, build year, first registration',
    'birth-date':
      'birth date, date of birth, birthdate, birthday, dob, born, born on, birth, birth year, year of birth, birth day, bday',
    gender: 'gender, sex, pronouns, pronoun',
    'personal-detail':
      'nationality, place of birth, birth place, birthplace, country of birth, marital status, civil status, citizenship, age, age group, date of death, death date, deceased, died, children, number of children, household, family situation, education, mother tongue, native language, spouse, partner name, next of kin, emergency contact, height cm, weight kg, shoe size, hobbies, interests',
    'ip-address':
      'ip, ip address, ipaddress, ip addr, ipaddr, remote ip, remote addr, remote address, client ip, user ip, last ip, login ip, registration ip, signup ip, source ip, src ip, host ip, ipv4, ipv6, ip number, ipv6 address, visitor ip',
    'user-agent':
      'user agent, useragent, browser, agent string, browser agent, http user agent, client agent, agent, browser version, ua string',
    'mac-address': 'mac, mac address, macaddress, hardware address, mac addr, hwaddr, ethernet address',
    'device-id':
      'device, device id, device name, device token, device model, serial of device, operating system, device type, platform, hostname, computer name, user device, screen resolution',
    'cookie-id':
      'cookie, cookie id, session id, sessionid, sess id, sid, session, visitor id, tracking id, analytics id, visitor token, session identifier, guest id, anonymous id, php session, web session, push token, imei, imsi, fingerprint, browser fingerprint, advertising id, idfa, android id, installation id',
    coordinates:
      'latitude, longitude, lat, lon, lng, geo, geolocation, coordinates, gps, geo location, geom, geopoint, coordinate, last location, whereabouts, altitude, elevation, position lat, position lon, latlng, lat lng',
    file: 'file, file name, filename, file path, photo, picture, avatar, image, profile image, profile picture, portrait, attachment, video, recording, upload, scan, document, cover image, thumbnail, photo url, avatar url, image url, voice message, audio',
    job: 'job, job title, jobtitle, function, occupation, profession, position title, employer, company, company name, organization, organisation, department, dept, workplace, role, role title, salary, wage, hourly rate, hired on, hire date, hired at, employment, contract type, start of employment, org unit, organizational unit, work place, expertise, manager, left on, date hired, fte, sick leave, vacation days, bonus',
    message:
      'message, subject, body, message body, message text, mail body, content, html, plain text, plaintext, reply, text body, headers, transcript, chat, conversation, question, answer, response, post content, message id, mime, text, comment content, comment text, comment body, sms, direction, channel',
    'free-text':
      'note, notes, comment, comments, remark, remarks, memo, description, summary, bio, biography, about, about me, caption, reason, motivation, explanation, feedback, review, signature, free text, details, internal note, internal notes, observations, additional information, special instructions, instructions, wishes, testimonial, story, cancellation reason',
    preference:
      'preference, preferences, prefs, settings, setting, setting value, language, lang, locale, timezone, time zone, tz, theme, notification, notifications, notify, newsletter preference, email notifications, display mode, dark mode, options, config, options data, user config, config data, layout, skin, color scheme, colour scheme, date format, time format, number format, visibility, accessibility, default, is default, standard, wishlist, favourite, favorite, dictionary',
    consent:
      'consent, consents, opt in, optin, opt out, optout, unsubscribed, subscribed, gdpr, privacy consent, permission, permission given, marketing consent, agreed, accepted terms, terms accepted, terms accepted at, do not call, do not mail, do not contact, newsletter, marketing, text version, purpose, given at, withdrawn, withdrawn at, revoked consent',
    'page-visit':
      'page visited, visited page, page url, referrer, referer, referrer url, landing page, url visited, request uri, request url, request path, page path, query string, utm source, utm medium, utm campaign, utm term, clicked url, click url, search term, search query, search terms, browsing history, attribution, campaign source, entry page, exit page, page view, pageview, visited url, clicked link, viewed page',
    'activity-time':
      'at, date, time, datetime, timestamp, on, created, updated, modified, changed, last login, last seen, last used, last active, last visit, registered, joined, expires, expiry, expire, started, ended, start, end, completed, finished, due, resolved, last updated, since, until, when, moment, day, month, year, deadline, from date, to date, valid until, start date, end date, lastlogin, mtime, ctime, atime, creation, modification, expiration, sent on, scheduled, starts, last, first used, registered at',
    activity:
      'status, state, active, enabled, disabled, blocked, banned, spam, deleted, archived, verified, score, rating, rank, level, karma, approved, confirmed, priority, count, attempts, failed, action, event, activity, kind, type, source, origin, outcome, result, duration, locked, suspended, membership, title, category, grade, progress, choice, vote, likes, attendance, presence, hidden, public, private, flag, flags, visible',
    health:
      'health, health status, medical, medical record, medical history, diagnosis, diagnoses, disease, illness, allergy, allergies, medication, medications, blood type, blood group, blood pressure, disability, disabilities, handicap, treatment, prescription, symptoms, vaccination, vaccinated, pregnancy, pregnant, mental health, therapy, insurance number health, dietary requirements, diet, smoker, bmi, patient record, doctor, physician, hiv, icd10, icd code, sickness',
    religion: 'religion, religious, faith, denomination, church, belief, beliefs, church tax',
    'union-membership': 'trade union, union membership, labour union, labor union, union member',
    ethnicity:
      'ethnicity, ethnic, ethnic origin, ethnic group, racial origin, race ethnicity, skin color, skin colour',
    politics:
      'political, political party, political affiliation, political opinion, political preference, voting intention, party membership',
    'sexual-life': 'sexual orientation, sexual preference, sexuality, sexual, sex life',
    biometric:
      'biometric, biometrics, face template, face encoding, face id, fingerprint template, fingerprint scan, iris, iris scan, voiceprint, voice print, dna, genome, genetic, retina',
    criminal:
      'criminal record, criminal, conviction, convictions, offence, offences, criminal history, arrest, certificate of conduct',
    'bare-name': 'name, label, fullname, nm',
    people:
      'customer, client, user, usr, person, people, persons, employee, member, contact, contact person, subscriber, patient, student, teacher, guest, visitor, applicant, candidate, lead, prospect, author, staff, colleague, driver, tenant person, resident, citizen, account holder, cardholder, donor, volunteer, participant, attendee, buyer, seller, shopper, recipient, debtor, creditor, passenger, owner, caller, identity, identities, worker, technician, doctor, physician, nurse, pupil, player, admin, administrator, admin user, signup, registration, profile, user account, principal, cust, friend, relative, sender, beneficiary, borrower, payer, party, individual, referral, invite, invitation, supplier contact, contractor, freelancer, suppression, login, addressee, affiliate, reseller, instructor, trainer, coach, therapist, mechanic, consultant, tutor, actor, artist, scholar, learner, pilot, rider, runner, competitor, witness, heir, guardian',
    organisation:
      'company, companies, organisation, organization, branch, branches, store, shop, office, warehouse, supplier, vendor, manufacturer, brand, merchant, facility, location, site, department, team, dealer, carrier, bank, school, university, hospital, restaurant, hotel, venue, garage, depot, queue, domain, publisher, institution, agency, partner, business, business unit, division',
    thing:
      'product, products, item, category, categories, tag, tags, role, roles, permission, permissions, privilege, country, countries, currency, currencies, language, languages, locale, region, zone, timezone, config, configuration, setting, settings, option, options, system, parameter, migration, migrations, schema, version, template, templates, theme, page, pages, post, posts, article, articles, news, blog, menu, widget, block, module, plugin, extension, layout, attribute, attributes, type, types, kind, class, classes, unit, units, tax, tariff, rate, rates, price list, campaign, campaigns, mailing, mailings, newsletter, newsletters, service, services, job queue, jobs, queue job, cache, sequence, series, number series, translation, taxonomy, term, terms, topic, forum, section, collection, catalog, catalogue, inventory, stock, coupon, coupons, promotion, offer, offers, discount, segment, group, groups, label, labels, status, statuses, state, reason code, route, redirect, redirects, webhook, integration, api, feature, features, benefit, plan, plans, tier, lookup, dictionary entry, code, codes, calendar template, holiday, holidays, color, colour, color scheme, album, albums, part, parts, asset, assets, snippet, snippets, custom field, field, fields, custom form, workflow, rule, rules, condition, conditions, script, link, links, mime type, salutation, node, relationship type, variant, package, image, description, recommendation, mention, option value, shipping method, url rewrite, tax class, tax rate, account chart, ledger account, warehouse item, grant, grants, sync, acl, privileges, access right, oauth client, api client, course, courses, lesson, lessons, quiz, exam, exams, book, books, film, films, movie, movies, song, songs, track, tracks, game, games, recipe, recipes, medicine, medicines, drug, drugs, room, rooms, seat, seats, building, buildings, application, applications, app, apps, client application, sync token, sync tokens, job definition, cron job, cron, chapter, feed, feeds, channel, channels, board, boards, project, projects, milestone, release, releases, repository, repositories, server, servers, host, hosts, domain, domains, survey, surveys, questionnaire, poll, polls, dashboard, dashboards, chart, charts, panel, panels, screen, screens, diagram, flow, flows, pipeline, pipelines, trigger, triggers, environment, environments, instance, instances, mailing list, mailing lists, distribution list, auth source, identity provider, provider, providers, connection, connections, connector, connectors, strategy, strategies, resource, resources, statistics, stats, stat, metric, metrics',
    'address-table':
      'address, addresses, location, place, postal address, delivery address, residence, home, adr, addr',
    'message-table':
      'message, messages, mail, mails, email message, chat, conversation, ticket, tickets, comment, comments, correspondence, attachment, attachments, transaction log, reply, replies, call, calls, call log, letter, sms, inbox, outbox, mailbox, support case, case, complaint, question, thread, response, feedback, review, inquiry, enquiry, guestbook, discussion, msg, msgs, private message, pm, privmsg, privmsgs, issue, issues, bug, bugs, incident, incidents',
    'note-table':
      'note, notes, remark, remarks, memo, memos, annotation, journal entry, diary, appointment, appointments, event note, calendar, calendar item, agenda, meeting, visit report, task, tasks, todo, todos, to do',
    'billing-table':
      'order, orders, order item, order line, invoice, invoices, invoice line, payment, payments, cart, carts, cart item, basket, quote, quotes, quotation, transaction, transactions, billing, shipment, shipments, refund, subscription, subscriptions, direct debit, debit collection, reminder, reminders, dunning, purchase, purchases, sale, sales, bill, bills, debt, receivable, payable, donation, contract, contracts, checkout, delivery note, return, returns, wishlist item, booking, bookings, reservation, reservations, policy, claim, claims, payment event, paid subscription, cancel event, redemption, credit note, plan subscription, installment, fulfillment, fulfilment',
    'visit-table':
      'visit, visits, website visit, page view, pageviews, click, clicks, session, sessions, open, opens, access log, web log, hit, hits, tracking, click event, request log, search log, search history',
    'consent-table':
      'consent, consents, opt in, permission request, subscription consent, privacy choice, unsubscribe, subscribe event, consent log',
    'preference-table':
      'preference, preferences, pref, prefs, setting, settings, user setting, option, options, user option, customisation, favourites, favorites, saved search, wishlist, notification setting, searches, privacy list, filter, filters',
    'employment-table':
      'employee, employees, staff, personnel, payroll, wage, wages, salary, salaries, contract of employment, leave, absence, timesheet, attendance, employment, deduction, worker, hr, shift',
    'vehicle-table':
      'vehicle, vehicles, car, cars, vehicle ownership, fleet, automobile, bike, motorcycle, truck',
    'file-table':
      'file, files, photo, photos, picture, pictures, image, images, document, documents, upload, uploads, attachment, media, video, recording, scan, file store',
    'log-table':
      'log, logs, logging, audit, audit log, audit trail, activity, activities, activity log, history, histories, event log, event, events, approval, approvals, rejection, rejections, vote, votes, reaction, reactions, like, likes, change log, changelog, recent change, recent changes, journal, journals, logbook',
    'account-table': 'user, usr, admin, administrator, admin user, employee, staff, operator, account',
    agent:
      'create uid, write uid, write user, update uid, update user, modify user, change user, delete user, by actor, inviter, access user, approving user, assigned user, user updated, user modified, updated user, modified user, updated by user, updated by, modified by, changed by, last updated by, editor, approved by, handled by, assigned to, assignee, published by, deleted by, account manager, manager, agent, processed by, reviewer, moderator, updatedby, modifiedby, last modified by, employee, staff, operator, logged user, handler, responsible, sales person, salesperson, reported by, moderated by, granted by, invited by, sender employee, supervisor, seller, assigned, modifier, doctor, physician, nurse, teacher, instructor, trainer, coach, therapist, technician, mechanic, consultant, advisor, adviser, lawyer, attorney, clerk, cashier, sales rep, representative, tutor, mentor, case worker, support agent, approver, inspector, planner, operator user',
    author:
      'created by, createdby, creator, author, actor, performed by, done by, create user, creation user, inserted by, user created, created user, creator user, created by user, uploaded by, entered by, added by, registered by, posted by, written by, submitted by, publisher',
    owner:
      'photographer, owner, holder, belongs to, for user, on behalf of, owned by, member, customer, client, user, requestor, requester, submitter, sender, recipient, poster, reporter, commenter, who, requested by, suggested by, ordered by, sent by, booked by, purchased by',
    measure:
      'count, number of, num, length, size, total, sum, average, avg, rate, ratio, percentage, percent, limit, max, min, days, hours, minutes, seconds, counter, quota, index, interval, duration, cents, width, height, weight, depth',
    state:
      'status, state, verified, confirmed, enabled, disabled, active, valid, validated, type, kind, flag, notified, sent, required, allowed, hidden, visible, public, private, format, mode, version, action, class, level, preferred, method, provider, policy, behaviour, behavior, category, source, medium, open, opened, bounced, ok',
    identifier:
      'id, identifier, uuid, guid, key, ref, no, nr, number, pk, fk, oid, ids, code, parent, reference, uid, reply to, previous, next, predecessor, successor',
    container:
      'data, meta, metadata, meta data, meta value, payload, vars, variables, extra, extras, properties, attributes, info, value, json, xml, blob, params, parameters, context, custom fields, raw, sess, property, attribute',
    'web-place': 'url, uri, path, link, page, href, target',
    qualifier:
      'home, work, private, business, primary, secondary, main, old, new, current, alternative, alternate, alt, billing, shipping, delivery, invoice, personal, official, default, other, first, second, permanent, temporary, emergency, office, daytime, evening, normalized, canonical, lower, lowercase, encrypted, plain, raw, hash, hashed, full, original, previous',
    technical:
      'discriminator, message digest, digest, uuid, guid, etag, weak etag, version, revision, rev, checksum, hash, md5, sha1, sha256, sort order, sortorder, order by, position, ordering, seq, sequence, content type, contenttype, mime type, mimetype, encoding, content encoding, charset, row version, lock version, autoload, is html, html format, format, cache key, object type, resource type, entity type, reference type, record type, content length, file size, meta key, setting name, is default sort, lft, rgt, depth, parent type, vector, search vector, tsv, tsvector, compression, is remote, is json, namespace, pid, sort, sort index, weight order, slug, dirty, retries, sequence number, line no, line number, row number, server, host, server host, qos, operator, op, ttl, iteration count, ordinal, port, mime, minor mime, major mime, media type, bits, pixel width, pixel height, image width, image height, chunk, chunk index, chunk inx, chunk no, chunk number, chunk count, modseq, correlation, correlation id, correlation data, jti, cuid, ulid, ord, thread order, display order, encryption method, encryption algorithm, hash method, hash algorithm, hash function, digest algorithm, disk directory, inherited from, protocol version, domain, tenant, vhost',
  },
};
