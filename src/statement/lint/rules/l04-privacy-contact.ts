import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const privacyContact: TextRule = {
  id: 'L04',
  severity: 'warning',
  kind: 'missing',
  law: '13(1)(b), 37',
  what: {
    nl: 'Er is geen functionaris gegevensbescherming en geen ander vast aanspreekpunt voor privacy.',
    en: 'There is no data protection officer and no other contact point for privacy.',
  },
  advice: {
    nl: 'Meld de FG, of leg intern vast waarom er geen FG nodig is en noem een contactpunt.',
    en: 'Give the contact of the DPO, or keep a memo why none is needed and name a contact point.',
  },
  judge: (text) =>
    text.hitsWithout('privacy-contact', 'no-officer').length > 0 ||
    (text.isOfOnePerson && text.says('asked-about-privacy')) ||
    namesWhomToAsk(text)
      ? []
      : text.missing('invites-questions'),
};

const aboutPrivacy =
  /privacy|gegevens|hierover|daarover|deze verklaring|\bdata\b|personal information|this (?:notice|statement|policy)/iu;
const asking =
  /vrag|vraag|terecht|\bbel|spreek|contact|mail|aanspreek|question|\btalk|\bturn to|\bask\b|\bring\b|speak|write to|goes to|\breach/iu;
const name =
  /(?:bij|tot|met|aan|naar|to|with|[Aa]sk for|[Rr]ing|[Cc]all|[Aa]sk) (?:(?:mevrouw|meneer|Ms|Mrs|Mr|Dr) )?(\p{Lu}\p{Ll}+)(?! (?:B\.?V|N\.?V|Ltd|Limited|LLP|plc|Inc))/gu;
/** "Elsie answers questions about this notice", "Sandra deals with privacy". */
const minding =
  /(?<!\p{L})(\p{Lu}\p{Ll}+)(?=(?: (?:(?:van|de|der|den) )*\p{Lu}\p{Ll}+)?,? (?:[^.;?]{0,30} )?(?:(?:beantwoordt|behandelt|answers|handles|takes) (?:\p{L}+ ){0,3}(?:vragen|questions) (?:over|about|on) (?:\p{L}+ ){0,3}(?:privacy|gegevens|verklaring|data|notice|statement)|(?:regelt|gaat over|bewaakt|beheert|coördineert|waakt over|let op|zorgt voor|is (?:\p{L}+ ){0,3}(?:degene|de persoon|the one|the person|somebody|iemand) (?:die|who|to)(?: \p{L}+){0,3}|is verantwoordelijk voor|is belast met|houdt zich bezig met|deals with|looks after|takes care of|minds|oversees|handles|manages|coordinates|is responsible for|is in charge of) (?:\p{L}+ ){0,3}(?:privacy(?! (?:policy|statement|notice))|data protection)|(?:let op|waakt over|bewaakt|ziet toe op|keeps an eye on|watches over|oversees) (?:\p{L}+ ){0,4}(?:persoonsgegevens|gegevens|personal data|data)))/gu;
/** "Privacy is Fay's job", "data protection rests with Jonas Feldkamp". */
const mindedBy =
  /\b(?:[Pp]rivacy|[Gg]egevensbescherming|[Dd]ata protection)(?! (?:policy|statement|notice|shield))[^.;?]{0,20} (?:is|ligt|valt|berust|hoort|zit|gaat|loopt|komt|belandt|rests|lies|belongs|falls|sits|lands|goes|comes|ends up)\b[^.;?]{0,50}? (?:van|bij|onder|via|langs|aan|of|with|to|under|by|is|on|through|past) (?:(?:mevrouw|meneer|Ms|Mrs|Mr|Dr) )?(\p{Lu}\p{Ll}+)/gu;
const noPerson =
  /^(?:That|Dat|Our|He|She|Hij|Zij|It|Nobody|Niemand|Everyone|Iedereen|Autoriteit|AP|Nederland|Ireland|Europa|Europe|European|Europese|Data|Information|Dutch|Irish|Google|Facebook|Meta|Mailchimp|Instagram|Stichting|Vereniging|Klantenservice|Customer|Privacy|Wij|We|You|U|Je|Uw|Your|Our|De|The|Het|This|Dit|Article|Artikel|GDPR|AVG|Policy|Personal|Services?|Website|Site|App|Notice|Statement|Terms|Account|Company|Form|Postbus|Box|Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Monday|Tuesday|Wednesday|Thursday|Friday|Receptie|Reception|Cookies?|Office|Team|Head|Third|Persoonsgegevens|Gegevens|Website)$/u;

/** "Our contracts with Shopify and Brevo" names nobody to ask. */
const ofAgreement =
  /\b(?:contracts?|agreements?|\p{L}*overeenkomst(?:en)?|contracten) (?:that we have )?(?:with|met)\b/iu;

/** "For privacy: Sam Whitlock", "Voor privacy moet je Trijntje Stoffels hebben": a first name and a last one. */
const forPrivacy =
  /\b(?:[Vv]oor|[Oo]ver|[Ff]or|[Aa]bout|[Oo]n|[Rr]ond) (?:(?:\p{L}+ ){0,3}(?:over|met|about|on|with) )?(?:uw |je |jouw |your |our |onze )?(?:[Pp]rivacy(?:zaken|vragen)?|[Gg]egevensbescherming|[Pp]ersoonsgegevens|[Dd]ata protection|[Pp]ersonal data)(?: (?:questions|matters|issues|requests))?(?:[:,–—-]| (?!wordt|worden|geldt|gelden|is governed|applies)[^.;?:]{0,40}?)? ?(?:(?:mevrouw|meneer|Ms|Mrs|Mr|Dr)\.? )?(\p{Lu}\p{Ll}+)(?= (?:(?:van|de|der|den|ten|ter) )*\p{Lu}\p{Ll}+(?:,| hebben|\.|$| (?:moeten|nodig|zijn|bellen|mailen|spreken|aanspreken|benaderen|vragen)))/gu;
/** The answer to "who looks after your data?". */
const whoMinds =
  /\b(?:[Ww]ho|[Ww]ie)\b[^?]{0,60}\b(?:privacy|data|gegevens|information|persoonsgegevens)\b[^?]{0,40}\?/u;
const answered = /(?:^|\b(?:be|is|dat is|that is|that[’']s|doet|does) )(\p{Lu}\p{Ll}+)(?=[ ,.])/gu;

/** How the names of businesses begin or end. */
const trade =
  /(?:bedrijf|verhuur|salon|praktijk|winkel|kantoor|groep|school|club|service|centrum|advies|makelaars?|drukkerij|bakkerij|garage|huis|zorg|shop|studio|store|works|media|group)$/iu;

/** A place stands after a postcode or "in"; a firm processes data, and its address on the web is called after it. */
function isPlaceOrFirm(text: string, who: string): boolean {
  return new RegExp(
    `(?:\\b(?:in|te|\\d{4} ?[A-Z]{2}),? ${who}|${who}(?: \\p{Lu}\\p{Ll}+)* (?:verwerkt|respecteert|hecht|gebruikt|verzamelt|bewaart|processes|collects|uses|respects|keeps)|(?:@|www\\.)[\\w-]*${who.toLowerCase()}[\\w-]*\\.)\\b`,
    'u',
  ).test(text);
}

/** "Ring Peter with questions about your data" names a person, where the name is not the organisation's own. */
function namesWhomToAsk({ document, facts }: LintedText): boolean {
  const own = `${facts.controller.name ?? ''} ${document.sections[0]?.titles.join(' ') ?? ''}`;
  const isPerson = ([, who = '']: RegExpExecArray) =>
    !noPerson.test(who) &&
    !trade.test(who) &&
    !own.includes(who) &&
    !document.sentences.some(({ text }) => isPlaceOrFirm(text, who));
  return document.sentences.some(({ kind, text, at, block }) => {
    if (kind === 'heading') return false;
    const before = document.sentences[at - 1];
    const said = before?.block === block && before.text.endsWith('?') ? `${before.text} ${text}` : text;
    return (
      (aboutPrivacy.test(said) &&
        asking.test(said) &&
        !ofAgreement.test(text) &&
        [...text.matchAll(name)].some(isPerson)) ||
      [...text.matchAll(minding), ...text.matchAll(mindedBy), ...text.matchAll(forPrivacy)].some(isPerson) ||
      (said !== text && whoMinds.test(said) && [...text.matchAll(answered)].some(isPerson))
    );
  });
}
