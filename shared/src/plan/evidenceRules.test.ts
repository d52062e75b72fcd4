import { describe, expect, it } from 'vitest'
import { checkEvidence, checkEvidenceFile, checkWithdrawal, describeFile, endingOf } from './evidenceRules.ts'

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field)
const link = (address: string) => fields(checkEvidence({ kind: 'LINK', words: 'Minutes', address }))

describe('evidence', () => {
  it('needs words, up to their limit', () => {
    expect(fields(checkEvidence({ kind: 'NOTE', words: ' \n' }))).toEqual(['words'])
    expect(fields(checkEvidence({ kind: 'NOTE', words: 'x'.repeat(5001) }))).toEqual(['words'])
    expect(fields(checkEvidence({ kind: 'FILE', words: 'x'.repeat(501) }))).toEqual(['words'])
    expect(checkEvidence({ kind: 'NOTE', words: 'x'.repeat(5000) })).toEqual([])
    expect(checkEvidence({ kind: 'FILE', words: 'x'.repeat(500) })).toEqual([])
  })

  it('links lead to web addresses alone', () => {
    expect(link('https://example.org/minutes?year=2026#page')).toEqual([])
    expect(link('  http://example.org ')).toEqual([])
    for (const address of [
      '',
      'example.org',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,hello',
      'file:///etc/passwd',
      'ftp://example.org/',
      'https://',
      'https://ada:secret@example.org/',
      'https://example.org/a b',
      `https://example.org/${'x'.repeat(2000)}`,
    ])
      expect(link(address), address).toEqual(['address'])
  })

  it('files are looked at before they are sent', () => {
    expect(checkEvidenceFile({ name: 'Report.PDF', size: 25 * 1024 * 1024 })).toEqual([])
    expect(checkEvidenceFile(null)).toHaveLength(1)
    expect(checkEvidenceFile({ name: 'report.pdf', size: 0 })).toHaveLength(1)
    expect(checkEvidenceFile({ name: 'report.pdf', size: 25 * 1024 * 1024 + 1 })).toHaveLength(1)
    for (const name of [
      'report',
      'page.html',
      'picture.svg',
      'program.exe',
      'old.doc',
      'macro.docm',
      'all.zip',
    ])
      expect(checkEvidenceFile({ name, size: 10 }), name).toHaveLength(1)
  })

  it('files are described by kind and size', () => {
    expect(describeFile('application/pdf', 1_258_000)).toBe('PDF, 1.2 MB')
    expect(describeFile('application/pdf', 25 * 1024 * 1024)).toBe('PDF, 25 MB')
    expect(describeFile('text/csv', 999)).toBe('CSV, 999 bytes')
    expect(describeFile('text/plain', 12_400)).toBe('Text, 12 KB')
    expect(endingOf('a.b.TXT')).toBe('txt')
    expect(endingOf('.')).toBe('')
  })

  it('is withdrawn for a reason', () => {
    expect(fields(checkWithdrawal(' '))).toEqual(['reason'])
    expect(fields(checkWithdrawal('x'.repeat(501)))).toEqual(['reason'])
    expect(checkWithdrawal('It was the wrong file.')).toEqual([])
  })
})
