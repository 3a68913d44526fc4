import type { TextSearch } from '../concepts/text-search.ts';
import type { Sentence } from '../reading/document.ts';
import { durationsIn } from './duration.ts';
import type { Fact, RetentionFact } from './facts.ts';

const title =
  /bewa(?:ar|ren)|bewaard|gewist|hoe lang|how long|retention|keep|kept|stored|deleted|erased|let go|until when|tot wanneer|store|selectielijst|bewaartermijn|\btermijn|\bperiods?\b|archie|\bweg\b(?! ?\d)|\bgone\b|\bwiped|shredded|\bvervalt/iu;
const keeping =
  /bewa(?:ar|ren|art|ard)|wis(?:sen|t)|gewist|verwijder|vernietig|overschreven|verdwijn|versnipper|uit (?:ons|het|onze) |weggooi|gooi|houd(?:t|en) .{0,60}vast|vast(?:houden|gehouden)|vervalt|opgeruimd|ruim(?:en|t)|blijf(?:t|en)|keep|kept|retain|delet|eras|wiped|destroy|shred|\bclose|remove|overwritten|disappear|out of (?:our|the)|\bgo\b|stays?|remain|held|hold on|torn up|tear up|thrown|throw|verscheur|geschoond|schonen/iu;
/** What a term is counted from, after the term. */
const from =
  /^(?:[^.;,]{0,20}?)\b((?:na(?:dat)?|vanaf|sinds|after|from|following|since|once|counted from)\b[^.;,(]{3,80})/iu;
const criterion =
  /\b((?:zolang|zodra|totdat|tot|na (?=(?:het|de|uw|je|jouw) (?!wettelijke|bewaar|termijn|periode|duur)\p{L}+)|aan het eind(?:e)? van|na afloop van|bij het einde|as long as|for as long as|until|once|as soon as|at the end of|after (?=(?:the|your) (?!statutory|retention|period|term)\p{L}+)|when) ?(?!\d)[^.;]{4,120})/iu;
const statutory =
  /wettelijk|belasting|fiscus|\p{L}*wet\b|\bwwft\b|money laundering|wetgev|verplicht|bewaarplicht|law\b|tax\b(?! years?\b)|revenue|statut|legally|hmrc|\bacts?\b/iu;

/** "Attendance lists: three months after the event" is one under any heading. */
const termOfLabel =
  /^[^:]{3,60}: (?:up to |tot )?(?:\p{L}+|\d+) (?:days?|weeks?|months?|years?|dagen|dag|weken|week|maanden|maand|jaar|jaren) (?:after|from|following|na|nadat|vanaf)(?!\p{L})/iu;

/** How long what stays, and from when. */
export function retentionFacts(search: TextSearch): readonly Fact<RetentionFact>[] {
  return search.document.sentences.flatMap((sentence) => {
    const value = retentionIn(search, sentence);
    return value === null ? [] : [{ value, sentence }];
  });
}

function retentionIn(search: TextSearch, sentence: Sentence): RetentionFact | null {
  const { kind, text, cells } = sentence;
  if (kind === 'heading' || kind === 'lead' || /entitled|recht om|you may ask|u kunt vragen/iu.test(text))
    return null;
  // A clock of notice is no term of keeping.
  if (search.saysIn('breach-notice', sentence) || search.saysIn('authority-told', sentence)) return null;
  const titles = search.document.sections[sentence.section]?.titles ?? [];
  const own = `${titles.at(-1) ?? ''} ${sentence.introduction}`;
  const labelled = /^(?:until|kept|retention|bewaartermijn|bewaard|termijn|tot)\s*:/iu.test(text);
  const inSection =
    labelled ||
    termOfLabel.test(text) ||
    (title.test(own) && !/recht|\brights?\b|veilig|secur|safe/iu.test(titles.at(-1) ?? ''));
  const kept = keeping.test(text) && search.saysIn('not-longer', sentence);
  if (
    !inSection &&
    !kept &&
    !endsAfter(text) &&
    !(keeping.test(text) && search.saysIn('purpose-ends', sentence))
  )
    return null;
  if (
    /recht|\brights?\b|klacht|complain|lek\b|wrong|vraag|\bask\b|safe|veilig|secur/iu.test(
      titles.at(-1) ?? '',
    )
  )
    return null;
  const term = kind === 'row' ? cells.slice(1).join(' · ') : text;
  const [period, next] = durationsIn(term);
  const ends = criterion.exec(term)?.[1];
  const event = period === undefined ? undefined : from.exec(term.slice(period.end))?.[1];
  if (period === undefined && ends === undefined) return null;
  if (/niet langer|no longer|not longer|not .{0,10}longer/iu.test(text) && period === undefined) return null;
  return {
    what: whatOf(sentence, period?.start),
    period: period?.duration ?? null,
    event: (event ?? ends)?.trim() ?? null,
    // What a law asks of the next term says nothing about this one.
    statutory: statutory.test(kind === 'row' ? text : text.slice(0, next?.start)),
  };
}

/** "A year after your last order your account is emptied": the term, what it is counted from and that it ends, in any part of a text. */
function endsAfter(text: string): boolean {
  const [period] = durationsIn(text);
  if (period === undefined || !ending.test(text)) return false;
  const before = text.slice(0, period.start);
  return (
    /^\s*(?:after|from|following|without|na|nadat|zonder) (?:your|the|you|uw|je|jouw|de|het|u|a|an|een|that|closing)/iu.test(
      text.slice(period.end),
    ) && !/\b(?:within|binnen|every|each|once|elke?|iedere?|if|als)\b[^.;]{0,12}$/iu.test(before)
  );
}

const ending =
  /\b(?:(?:is|are|be|gets?) (?:emptied|wiped|erased|deleted|removed|destroyed|shredded|gone|burnt|binned|cleared)|(?:wipe|delete|erase|remove|destroy|shred|empty|clear|bin) (?:it|them|your|the|all)|throw\b[^.;]{0,30} away|gewist|wissen|geleegd|verwijder(?:d|en)|vernietig(?:d|en)|weggegooid|opgeruimd|leeggehaald|gooien\b[^.;]{0,30} weg|weg)\b/iu;

/** Words after the verb that begin the term, or only point back. */
const noThing =
  /^(?:wij|we|ze|dit|deze|dat|it|them|this|these|that|na|tot|totdat|zolang|uiterlijk|binnen|voor|op|for|until|after|within|once|when|up to|at)(?: |$)/iu;

function whatOf({ kind, cells, text }: Sentence, before: number | undefined): string {
  if (kind === 'row') return cells[0] ?? '';
  const plain = text.replace(/^\d+(\.\d+)*\s+/, '');
  const label = /^([^:]{2,60}):\s/u.exec(plain)?.[1];
  if (label !== undefined) return label;
  // "Camerabeelden wissen wij na …": the verb stands after what it is about.
  const inverted =
    /^(.{2,60}?) (?:bewaren|wissen|verwijderen|vernietigen|houden|gooien|schonen|ruimen) (?:wij|we)\b/iu.exec(
      plain,
    )?.[1];
  if (inverted !== undefined) return inverted.trim();
  const subject =
    /^(.{2,60}?) (?:worden|wordt|bewaren|blijven|blijft|is|are|gaan|vervalt|go|stays?|remain|will|zijn|houd)\b/iu.exec(
      plain,
    )?.[1];
  const object =
    /(?:bewaren|houdt|houden|gooien|wissen|keep|retain|delete|erase) (?:wij |we )?((?:de |het |je |uw |your |the |our )?[\p{L}' -]{2,40}?)(?= (?:zeven|drie|twee|\d|for|until|weg|tot|vast|na|after|zolang|as|aan)|,|$)/iu.exec(
      plain,
    )?.[1];
  const thing =
    object === undefined || noThing.test(object) || durationsIn(object).length > 0 ? subject : object;
  return (thing ?? plain.slice(0, before ?? 60)).trim();
}
