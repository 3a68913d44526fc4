/** Makes ids for titles: `Uw rechten` is `uw-rechten`, and the second of that name `uw-rechten-2`. */
export function slugs(): (title: string) => string {
  const times = new Map<string, number>();
  return (title) => {
    const slug = slugOf(title);
    const time = (times.get(slug) ?? 0) + 1;
    times.set(slug, time);
    return time === 1 ? slug : `${slug}-${time}`;
  };
}

function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' || slug === 'lead' ? `section${slug === '' ? '' : '-lead'}` : slug;
}
