/** Names of countries and some places, English, Dutch and by code, of which statements speak. `eea` is false outside it. */
interface KnownPlace {
  readonly code: string;
  readonly eea: boolean;
}

const eeaNames = `NL:nederland,netherlands,the netherlands|BE:belgië,belgie,belgium|DE:duitsland,germany|FR:frankrijk,france|IE:ierland,ireland,dublin,cork|
FI:finland|SE:zweden,sweden|DK:denemarken,denmark|ES:spanje,spain|IT:italië,italy|PT:portugal|AT:oostenrijk,austria|PL:polen,poland|
LU:luxemburg,luxembourg|NO:noorwegen,norway|IS:ijsland,iceland|EE:estland,estonia|CZ:tsjechië,czechia|RO:roemenië,romania|BG:bulgarije,bulgaria|
GR:griekenland,greece|HU:hongarije,hungary|LT:litouwen,lithuania|LV:letland,latvia`;
const otherNames = `US:verenigde staten,united states,amerika,america,usa,vs,u.s.,us,texas,california,virginia,oregon,new york|CA:canada|
GB:verenigd koninkrijk,united kingdom,uk,engeland,england,groot-brittannië,great britain,britain,londen,london|IN:india,bangalore|PH:filipijnen,philippines,manila,manilla|
AU:australië,australia|JP:japan|CN:china|BR:brazilië,brazil|ZA:zuid-afrika,south africa|TR:turkije,turkey|MA:marokko,morocco|SR:suriname|
ID:indonesië,indonesia|CH:zwitserland,switzerland|IL:israël,israel|SG:singapore|MX:mexico|NZ:nieuw-zeeland,new zealand|UA:oekraïne,ukraine|
RS:servië,serbia|KE:kenya,kenia|VN:vietnam|AW:aruba|CW:curaçao,curacao|RU:rusland,russia|KR:south korea,zuid-korea`;

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
