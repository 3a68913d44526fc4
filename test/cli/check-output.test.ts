import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/app/check.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Finding } from '../../src/catalog/finding.ts';
import { checkJson, checkLines, checkSarif } from '../../src/cli/check-output.ts';

const written: Diagnostic = {
  severity: 'warning',
  code: 'no-retention',
  message: 'nothing says how long it stays',
  hint: '',
  place: { file: 'privacy map/policy.yaml', line: 3, column: 5 },
};
const found: Finding = {
  severity: 'error',
  code: 'unmapped-column',
  message: 'column customers.shoe_size is neither mapped nor declared not personal',
  hint: 'add "shoe_size: <category>"',
  paste: [{ where: 'in the columns of customers', lines: ['shoe_size: health'] }],
  place: { file: 'policy.yaml', line: 12, column: 7 },
  source: 'crm',
  table: 'customers',
  column: 'shoe_size',
};
const told: Finding = { ...found, severity: 'info', code: 'drift-column-new', hint: '', paste: [] };
const report: CheckReport = {
  findings: [found, told, written],
  errors: 1,
  warnings: 1,
  sources: ['crm'],
  catalogs: [],
  drift: [{ source: 'crm', since: '2026-11-02', changes: 1 }],
};

describe('the findings of a check', () => {
  it('for a person: a line each, and what it comes to', () => {
    const lines = checkLines(report);
    expect(lines[0]).toBe(
      'policy.yaml:12:7 error unmapped-column: column customers.shoe_size is neither mapped nor declared not personal → add "shoe_size: <category>"\n    in the columns of customers:\n        shoe_size: health',
    );
    expect(lines.at(-1)).toBe('1 error, 1 warning; sources: crm; crm changed in 1 way since 2026-11-02');
  });

  it('for a program: every finding has every key', () => {
    expect(checkJson(report)).toEqual({
      format: 1,
      errors: 1,
      warnings: 1,
      sources: ['crm'],
      drift: [{ source: 'crm', since: '2026-11-02', changes: 1 }],
      findings: [
        { ...found, place: { file: 'policy.yaml', line: 12, column: 7 } },
        { ...told, place: { file: 'policy.yaml', line: 12, column: 7 } },
        { ...written, paste: [], source: null, table: null, column: null },
      ],
    });
  });

  it('for code scanning: what SARIF 2.1.0 requires of a log, and no key it does not know', () => {
    const log = JSON.parse(JSON.stringify(checkSarif(report, '0.1.0')));
    expect(log.$schema).toBe(
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    );
    expect(log.version).toBe('2.1.0');
    expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
    const [run, ...others] = log.runs;
    expect(others).toEqual([]);
    expect(Object.keys(run).sort()).toEqual(['columnKind', 'results', 'tool']);
    const { driver } = run.tool;
    expect(driver).toMatchObject({ name: 'Gestand', version: '0.1.0' });
    const ids = driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of driver.rules) expect(rule.shortDescription.text).not.toBe('');
    expect(run.results).toHaveLength(3);
    for (const result of run.results) {
      expect(Object.keys(result).sort()).toEqual(
        ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints', 'properties'].sort(),
      );
      expect(driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      // A URI reference that is relative, so that it is found in the repository.
      expect(new URL(artifactLocation.uri, 'file:///repository/').href).toContain(artifactLocation.uri);
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
    }
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'note', 'warning']);
    expect(run.results[2].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'privacy%20map/policy.yaml',
    );
    const prints = run.results.map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
        partialFingerprints['gestand/v1'],
    );
    expect(new Set(prints).size).toBe(3);
  });
});
