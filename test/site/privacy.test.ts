import { describe, expect, it } from 'vitest';
import { operatorOf, readOperator } from '../../src/site/operator.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

describeDatabases('the privacy page', (context) => {
  async function page(query = ''): Promise<string> {
    const { app } = await testApplication(await context.database());
    const response = await app.request(`/privacy${query}`);
    expect(response.status).toBe(200);
    return response.text();
  }

  it('says in Vietnamese what is kept for how long and names every right’s command', async () => {
    const text = await page();
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('Tự xóa sau 90 ngày');
    for (const command of ['/toi', '/dulieu', '/xoa', '/thongbao', '/dung', '/ai', '/nghiencuu']) {
      expect(text).toContain(`<dt>${command}</dt>`);
    }
    expect(text).toContain('91/2025/QH15');
    expect(text).toContain('356/2025');
    expect(text).not.toContain('13/2023');
  });

  it('says the same in English', async () => {
    const text = await page('?lang=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Deleted after 90 days');
  });

  it('says plainly that the operator has not filled in who they are', async () => {
    expect(await page()).toContain('chưa điền');
    expect(await page('?lang=en')).toContain('has not filled in');
  });

  it('speaks of our nightly backups only where we make them', async () => {
    const text = await page();
    expect(text.includes('giữ 7 bản mới nhất')).toBe(context.kind === 'embedded');
  });
});

describe('the operator', () => {
  it('is unknown as the files are delivered', () => {
    expect(operatorOf('vi')).toBeUndefined();
    expect(operatorOf('en')).toBeUndefined();
  });

  it('is read once every bracket is filled in, comments left out', () => {
    expect(
      readOperator('<!-- [điền] -->\n- Đơn vị: Trung tâm Mẫu\n- Email: hoi@example.com\n\nGiờ làm việc: 8–17 giờ\n'),
    ).toEqual([
      { label: 'Đơn vị', text: 'Trung tâm Mẫu' },
      { label: 'Email', text: 'hoi@example.com' },
      { text: 'Giờ làm việc: 8–17 giờ' },
    ]);
    expect(readOperator('- Đơn vị: Trung tâm Mẫu\n- Email: [email]')).toBeUndefined();
    expect(readOperator('<!-- trống -->')).toBeUndefined();
  });
});
