import { describe, expect, it } from 'vitest';
import { postgresqlScript, type ScriptSyntax, scriptParts, sqliteScript } from './script.ts';

function outlines(text: string, syntax: ScriptSyntax = postgresqlScript): readonly string[] {
  return [...scriptParts(text, syntax)].map(({ kind, outline, text: said, line }) =>
    kind === 'command' ? `${line} ${said}` : `${line} ${outline}`,
  );
}

describe('the parts of a script', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['texts', `select 'a;b', E'it\\'s;', "x;""y"; select 2`, [`1 select '' , '' , ""`, '1 select 2']],
    ['comments', `-- one;\n/* two; /* three; */ */ select 1;\n\n`, ['2 select 1']],
    ['dollar quotes', `do $a$ begin; $b$ ; $b$ end; $a$; select 1;`, [`1 do ''`, '1 select 1']],
    [
      'parentheses',
      `create rule r as do (delete from a; delete from b); select 1`,
      ['1 create rule r as do ( )', '1 select 1'],
    ],
    [
      'a body in SQL',
      `create function f() returns int\nbegin atomic\n select case when true then 1 end; select 2;\nend;\nselect 3;`,
      [
        '1 create function f ( ) returns int begin atomic select case when true then 1 end ; select 2 ; end',
        '5 select 3',
      ],
    ],
    [
      'commands',
      `\\restrict abc\n\nselect 1\n;\n\\unrestrict abc\n`,
      ['1 \\restrict abc', '3 select 1', '5 \\unrestrict abc'],
    ],
    ['a transaction', `begin; create table a (b int); end;`, ['1 begin', '1 create table a ( )', '1 end']],
    ['a name with a schema', `create table "S".t (x text default 'a');`, ['1 create table "".t ( )']],
    ['nothing', ` ;; -- nothing\n ;`, []],
    ['what does not end', `select 'a; select 2`, [`1 select ''`]],
  ])('%s', (_, text, parts) => {
    expect(outlines(text)).toEqual(parts);
  });

  it('reads SQLite as SQLite does', () => {
    const text = `.mode box
create table [a;b] (\`c;d\` text);
create trigger t after insert on a begin
  update a set b = case when 1 then 2 end; delete from c;
end;
select 1.5, $$;`;
    expect(outlines(text, sqliteScript)).toEqual([
      '1 .mode box',
      '2 create table "" ( )',
      '3 create trigger t after insert on a begin update a set b = case when 1 then 2 end ; delete from c ; end',
      '6 select 1.5 , $ $',
    ]);
  });
});
