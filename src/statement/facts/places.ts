import { adequacyEntries } from '../../law/territories.ts';

/** Names of countries and some places, English, Dutch and by code, of which statements speak. `eea` is false outside it. */
interface KnownPlace {
  readonly code: string;
  readonly eea: boolean;
}

const eeaNames = `NL:nederland,netherlands,the netherlands|BE:belgië,belgie,belgium|DE:duitsland,germany|FR:frankrijk,france|IE:ierland,ireland,dublin,cork|
FI:finland|SE:zweden,sweden|DK:denemarken,denmark|ES:spanje,spain|IT:italië,italy|PT:portugal|AT:oostenrijk,austria|PL:polen,poland|
LU:luxemburg,luxembourg|NO:noorwegen,norway|IS:ijsland,iceland|EE:estland,estonia|CZ:tsjechië,czechia|RO:roemenië,romania|BG:bulgarije,bulgaria|
GR:griekenland,greece|HU:hongarije,hungary|LT:litouwen,lithuania|LV:letland,latvia`;
const otherNames = `US:verenigde staten,united states,amerika,america,usa,vs,u.s.,us,texas,california,californië,virginia,oregon,new york,colorado,denver,utah,ohio,iowa,florida,
arizona,nevada,illinois,massachusetts,michigan,minnesota,tennessee,pennsylvania,seattle,chicago,boston,atlanta,san francisco,silicon valley,los angeles,dallas,austin|CA:canada|
GB:verenigd koninkrijk,united kingdom,uk,engeland,england,groot-brittannië,great britain,britain,londen,london|IN:india,bangalore,bengaluru,mumbai,delhi,hyderabad,chennai,pune|PH:filipijnen,philippines,manila,manilla,cebu,davao|
AU:australië,australia|JP:japan|CN:china|BR:brazilië,brazil|ZA:zuid-afrika,south africa|TR:turkije,turkey|MA:marokko,morocco|SR:suriname|
ID:indonesië,indonesia|CH:zwitserland,switzerland|IL:israël,israel|SG:singapore|MX:mexico|NZ:nieuw-zeeland,new zealand|UA:oekraïne,ukraine|
RS:servië,serbia,belgrado,belgrade|KE:kenya,kenia,nairobi|VN:vietnam,hanoi|AW:aruba|CW:curaçao,curacao|RU:rusland,russia|KR:south korea,zuid-korea,seoul|TW:taiwan|
HK:hong kong,hongkong|TH:thailand,bangkok|MY:maleisië,malaysia|PK:pakistan,lahore,karachi|BD:bangladesh|LK:sri lanka|NP:nepal|KH:cambodja,cambodia|
AE:verenigde arabische emiraten,united arab emirates,emiraten,emirates,uae,dubai,abu dhabi|SA:saoedi-arabië,saudi arabia|QA:qatar|LB:libanon,lebanon|
EG:egypte,egypt,cairo|TN:tunesië,tunisia,tunis|DZ:algerije,algeria|NG:nigeria,lagos|GH:ghana,accra|SN:senegal,dakar|ET:ethiopië,ethiopia|UG:oeganda,uganda|
TZ:tanzania|RW:rwanda,kigali|MG:madagaskar,madagascar|MU:mauritius|CO:colombia,bogota,bogotá|AR:argentinië,argentina,buenos aires|CL:chili,chile|
PE:peru|CR:costa rica|UY:uruguay|EC:ecuador|VE:venezuela|PA:panama|DO:dominicaanse republiek,dominican republic|JM:jamaica|
AL:albanië,albania|BA:bosnië,bosnia|ME:montenegro|MK:noord-macedonië,north macedonia|XK:kosovo|MD:moldavië,moldova|GE:georgië,georgia|AM:armenië,armenia|
BY:belarus,wit-rusland|KZ:kazachstan,kazakhstan|AD:andorra|JE:jersey|GG:guernsey|IM:isle of man|FO:faeröer,faroe islands`;

const places: ReadonlyMap<string, KnownPlace> = new Map([
  ...entriesOf(eeaNames, true),
  ...entriesOf(otherNames, false),
]);

function entriesOf(names: string, eea: boolean): readonly (readonly [string, KnownPlace])[] {
  return names.split('|').flatMap((line) => {
    const [code = '', list = ''] = line.trim().split(':');
    return list.split(',').map((each) => [each.trim(), { code, eea }] as const);
  });
}

/** Of which the Commission decided that they protect data as the Union does. */
const adequate: ReadonlySet<string> = new Set(
  adequacyEntries.filter(({ value }) => value.scope !== 'certified').map(({ value }) => value.territory),
);

/** The places a text names outside the area for which no decision on adequacy stands, so that a transfer asks for something else. */
export function placesWithoutDecision(text: string): readonly SaidPlace[] {
  return placesIn(text).filter(({ code, eea }) => !eea && !adequate.has(code));
}

/** The code of a country as a text names it (ISO 3166-1 alpha-2); null when the name is not known. */
export function countryCode(name: string): string | null {
  return places.get(name.toLowerCase())?.code ?? null;
}

export interface SaidPlace extends KnownPlace {
  /** As the text writes it. */
  readonly text: string;
  readonly at: number;
}

/** The places a text names. "us" and "vs" count in capitals only. */
export function placesIn(text: string): readonly SaidPlace[] {
  const found: SaidPlace[] = [];
  const lower = text.toLowerCase();
  for (const [name, known] of places) {
    for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + name.length)) {
      const said = text.slice(at, at + name.length);
      const alone =
        !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ');
      const capital = name.length <= 3 ? said === said.toUpperCase() : /^\p{Lu}/u.test(said);
      const framework = name.length <= 4 && /privacy (?:shield|framework)/i.test(text.slice(at, at + 40));
      if (alone && capital && !framework && text[at - 1] !== '-') found.push({ ...known, text: said, at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
