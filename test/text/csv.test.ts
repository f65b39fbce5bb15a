import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/text/index.ts';

describe('a CSV file', () => {
  it('holds nothing that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])
      expect(csvOf([[text]]).replace(/[\ufeff"\r\n]/g, ''), text).toBe(`'${text}`);
  });

  it('keeps cells apart whatever is in them, for spreadsheets that part them by semicolons as well', () => {
    expect(csvOf([['a,b', 'c;d', 'e"f', 'g\r\nh', undefined, 5]])).toBe('\ufeff"a,b","c;d","e""f","g\r\nh",,5\r\n');
  });
});
