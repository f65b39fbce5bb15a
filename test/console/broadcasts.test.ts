import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { addAudience } from '../support/broadcasts.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const written = {
  title: 'Lớp nấu ăn',
  text: 'Thứ bảy có lớp nấu ăn ở thư viện. Mời bạn đến.',
  to: 'all',
};

describeDatabases('the pages of announcements', ({ database: open }) => {
  /** An application with three residents who agreed, and a browser for each role. */
  async function setUp() {
    const database = await open();
    const application = await testApplication(database, {
      TELEGRAM_BOT_TOKEN: '1:x',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    });
    const { app, time } = application;
    await addAudience(database, [11, 12, 13]);
    await addAudience(database, [14], { agrees: false });
    const browserOf = async (role: 'admin' | 'editor' | 'approver' | 'viewer', email = `${role}@thanhpho.example`) =>
      signIn(app, database, (await addStaff(database, role, { email })).id, time.now);
    return { ...application, database, browserOf };
  }

  const idOf = (location: string | null): number => Number(/\/console\/broadcasts\/(\d+)/.exec(location ?? '')?.[1]);

  it('lead from a draft through a second person to sending, and say who did what', async () => {
    const { browserOf } = await setUp();
    const [editor, approver] = [await browserOf('editor'), await browserOf('approver')];
    const saved = await editor.post('/console/broadcasts', written);
    expect(saved.status).toBe(303);
    const id = idOf(saved.headers.get('location'));
    const draft = await editor.follow(saved);
    expect(draft.text).toContain('Bản nháp');
    expect(draft.text).toContain('khoảng 3 người');
    expect(draft.text).toContain('Thứ bảy có lớp nấu ăn');
    expect((await editor.post(`/console/broadcasts/${id}/submit`)).status).toBe(303);
    expect((await approver.get('/console')).text).toMatch(/Thông báo chờ duyệt[\s\S]{0,80}>1</);
    expect((await editor.get(`/console/broadcasts/${id}`)).text).toContain('nên không tự duyệt được');
    const shown = (await approver.get(`/console/broadcasts/${id}`)).text;
    const hash = /name="hash" value="([0-9a-f]+)"/.exec(shown)?.[1] ?? '';
    expect(shown).toContain(`Mã nội dung: ${hash.slice(0, 8)}`);
    expect((await editor.post(`/console/broadcasts/${id}/approve`, { hash })).status).toBe(403);
    const approved = await approver.post(`/console/broadcasts/${id}/approve`, { hash });
    expect((await approver.follow(approved)).text).toContain('Đã duyệt. Danh sách người nhận đã được chốt.');
    for (const [step, words] of [
      ['pause', 'Tạm dừng'],
      ['pause', 'Tạm dừng'],
      ['resume', 'Đang gửi'],
    ] as const) {
      expect((await approver.post(`/console/broadcasts/${id}/${step}`)).status).toBe(303);
      expect((await approver.get(`/console/broadcasts/${id}`)).text).toContain(words);
    }
    const asked = await approver.post(`/console/broadcasts/${id}/cancel`);
    expect(asked.text).toContain('3 người chưa nhận sẽ không nhận nữa');
    expect((await approver.post(`/console/broadcasts/${id}/cancel`, { confirmed: 'yes' })).status).toBe(303);
    expect((await approver.get(`/console/broadcasts/${id}`)).text).toContain('Đã hủy');
  });

  it('refuse an approval of what was changed since it was read', async () => {
    const { browserOf } = await setUp();
    const [editor, approver] = [await browserOf('editor'), await browserOf('approver')];
    const id = idOf((await editor.post('/console/broadcasts', written)).headers.get('location'));
    await editor.post(`/console/broadcasts/${id}/submit`);
    const hash =
      /name="hash" value="([0-9a-f]+)"/.exec((await approver.get(`/console/broadcasts/${id}`)).text)?.[1] ?? '';
    await editor.post(`/console/broadcasts/${id}`, { ...written, text: 'Lớp đã dời sang chủ nhật.' });
    await editor.post(`/console/broadcasts/${id}/submit`);
    const refused = await approver.post(`/console/broadcasts/${id}/approve`, { hash });
    expect((await approver.follow(refused)).text).toContain('Nội dung đã thay đổi');
  });

  it('show what is wrong beside each field and keep what was written', async () => {
    const { browserOf } = await setUp();
    const editor = await browserOf('editor');
    const { status, text } = await editor.post('/console/broadcasts', {
      ...written,
      title: '',
      link_label_0: 'Xem thêm',
      link_url_0: 'javascript:alert(1)',
      answers: 'Tôi sẽ đến',
      to: 'some',
      not_after: '2020-01-01T08:00',
      other_wards: 'Quận Không Có',
    });
    expect(status).toBe(422);
    expect(text).toContain('có 4 ô cần sửa');
    for (const problem of ['title', 'link_url_0', 'answers', 'not_after'])
      expect(text).toContain(`id="${problem}-problem"`);
    expect(text).toContain('Thứ bảy có lớp nấu ăn');
    const unclear = await editor.post('/console/broadcasts', { ...written, to: 'some', other_wards: 'Quận Không Có' });
    expect(unclear.status).toBe(422);
    expect(unclear.text).toContain('Không rõ “Quận Không Có”');
  });

  it('count an audience while it is built, with who is not reached and why', async () => {
    const { browserOf } = await setUp();
    const editor = await browserOf('editor');
    const { text } = await editor.post('/console/broadcasts/estimate', { to: 'all' });
    expect(text).toContain('Lúc này có 3 người sẽ nhận');
    expect(text).toContain('1 người chưa đồng ý nhận thông báo');
    const nobody = await editor.post('/console/broadcasts/estimate', { to: 'some', channels: 'zalo' });
    expect(nobody.text).toContain('chưa ai nhận được');
    const press = Object.fromEntries([['then', 'look']]);
    const looked = await editor.post('/console/broadcasts', { ...written, title: '', ...press });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Lúc này có 3 người sẽ nhận');
  });

  it('bring back in the form what was saved, and a copy of it', async () => {
    const { browserOf } = await setUp();
    const editor = await browserOf('editor');
    const saved = await editor.post('/console/broadcasts', {
      ...written,
      text_en: 'A cooking class.',
      link_label_0: 'Xem thêm',
      link_url_0: 'https://thuvien.example/lop',
      answers: 'Tôi sẽ đến\nTôi bận',
      answers_en: 'I will come\nI cannot',
      to: 'some',
      wards: '26740',
      channels: 'telegram',
      active_within_days: '90',
      not_before: '2026-12-01T09:00',
      not_after: '2026-12-03T20:00',
    });
    const id = idOf(saved.headers.get('location'));
    const { text } = await editor.get(`/console/broadcasts/${id}/edit`);
    for (const part of [
      'value="https://thuvien.example/lop"',
      'Tôi sẽ đến\nTôi bận',
      'I will come\nI cannot',
      'value="2026-12-01T09:00"',
      'value="2026-12-03T20:00"',
      'value="90"',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/name="wards" value="26740" checked/);
    const copy = await editor.post(`/console/broadcasts/${id}/duplicate`);
    expect(copy.headers.get('location')).toMatch(/\/edit$/);
    expect((await editor.follow(copy)).text).toContain('Đây là bản sao');
    expect((await editor.get('/console/broadcasts?q=nau an')).text.match(/Lớp nấu ăn/g)).toHaveLength(2);
    expect((await editor.get('/console/broadcasts?q=bóng đá')).text).toContain('Chưa có thông báo nào.');
    const topic = await editor.post('/console/broadcasts/estimate', { to: 'some', other_topics: 'nấu ăn, tiếng Nhật' });
    expect(topic.text).toContain('chưa ai nhận được');
  });

  it('leave HTML in a title, a text and a label as the letters it is', async () => {
    const { browserOf } = await setUp();
    const editor = await browserOf('editor');
    const evil = '<img src=x onerror=alert(1)>';
    const saved = await editor.post('/console/broadcasts', {
      ...written,
      title: `Lớp ${evil}`,
      text: `Mời bạn ${evil}`,
      answers: `Có ${evil}\nKhông`,
    });
    const id = idOf(saved.headers.get('location'));
    for (const path of ['', `/${id}`, `/${id}/edit`]) {
      const { text } = await editor.get(`/console/broadcasts${path}`);
      expect(text, path).toContain('&lt;img');
      expect(text, path).not.toContain('<img src=x');
    }
  });

  it('let only an administrator write an emergency, and ask before it is approved', async () => {
    const { browserOf } = await setUp();
    const [editor, admin, approver] = [
      await browserOf('editor'),
      await browserOf('admin'),
      await browserOf('approver'),
    ];
    expect((await editor.get('/console/broadcasts/new')).text).not.toContain('name="emergency"');
    expect((await admin.post('/console/broadcasts', { ...written, emergency: 'yes' })).text).toContain(
      'Hãy chọn lý do',
    );
    const urgent = { ...written, emergency: 'yes', emergency_reason: 'weather' };
    const tried = await editor.post('/console/broadcasts', { ...written, emergency: 'yes' });
    expect((await editor.follow(tried)).text).not.toContain('Thông báo khẩn cấp');
    const id = idOf((await admin.post('/console/broadcasts', urgent)).headers.get('location'));
    await admin.post(`/console/broadcasts/${id}/submit`);
    const asked = await approver.post(`/console/broadcasts/${id}/approve`);
    expect(asked.text).toContain('Bạn chắc chắn chứ?');
    expect((await approver.post(`/console/broadcasts/${id}/approve`, { confirmed: 'yes' })).status).toBe(303);
  });

  it('stream the figures, and say when the page must look again', async () => {
    const { browserOf, app } = await setUp();
    const [editor, approver] = [await browserOf('editor'), await browserOf('approver')];
    const id = idOf((await editor.post('/console/broadcasts', written)).headers.get('location'));
    await editor.post(`/console/broadcasts/${id}/submit`);
    await approver.post(`/console/broadcasts/${id}/approve`);
    const cookie = [...approver.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const live = await app.request(`/console/broadcasts/${id}/events?status=sending`, { headers: { cookie } });
    expect(live.headers.get('content-type')).toContain('text/event-stream');
    const reader = (live.body as ReadableStream<Uint8Array>).getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(first).toContain('event: progress');
    expect(first).toContain('Đã xong 0 trên 3');
    await reader.cancel();
    const other = await app.request(`/console/broadcasts/${id}/events?status=paused`, { headers: { cookie } });
    expect(await other.text()).toContain('event: state');
  });

  it('tell what became of it, person by person, as a file as well, and let it be corrected and taken back', async () => {
    const { browserOf } = await setUp();
    const [editor, approver] = [await browserOf('editor'), await browserOf('approver')];
    const id = idOf((await editor.post('/console/broadcasts', written)).headers.get('location'));
    await editor.post(`/console/broadcasts/${id}/submit`);
    const back = await approver.post(`/console/broadcasts/${id}/return`, { word: 'Thiếu <giờ> học' });
    expect((await approver.follow(back)).text).toContain('Được trả lại để sửa: “Thiếu &lt;giờ&gt; học”');
    await editor.post(`/console/broadcasts/${id}/submit`);
    await approver.post(`/console/broadcasts/${id}/approve`);
    const receipt = await editor.get(`/console/broadcasts/${id}/receipt`);
    expect(receipt.text).toContain('Tin đã tới 0 trên 3 người. 3 người còn chờ.');
    const file = await editor.get(`/console/broadcasts/${id}/receipt.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text.trim().split('\r\n')).toHaveLength(4);
    const asked = await approver.post(`/console/broadcasts/${id}/correct`, { text: 'Lớp dời sang chủ nhật.' });
    expect(asked.text).toContain('Lời mới không qua duyệt lần nữa');
    const corrected = { text: 'Lớp dời sang chủ nhật.', confirmed: 'yes' };
    await approver.post(`/console/broadcasts/${id}/correct`, corrected);
    expect((await editor.get(`/console/broadcasts/${id}`)).text).toContain('Lớp dời sang chủ nhật.');
    expect((await approver.post(`/console/broadcasts/${id}/recall`)).text).toContain('Không hoàn lại được');
    await approver.post(`/console/broadcasts/${id}/recall`, { confirmed: 'yes' });
    expect((await editor.get(`/console/broadcasts/${id}`)).text).toContain('Đã thu hồi');
  });

  it('give staff a code with which they alone see it in a chat of their own', async () => {
    const { browserOf, app } = await setUp();
    const editor = await browserOf('editor');
    const id = idOf((await editor.post('/console/broadcasts', written)).headers.get('location'));
    const command = /value="(\/guithu [^"]+)"/.exec((await editor.get(`/console/broadcasts/${id}`)).text)?.[1] ?? '';
    const say = async (text: string): Promise<string> => {
      const answer = await app.request('/api/chat', { method: 'POST', body: JSON.stringify({ text }) });
      const { replies } = (await answer.json()) as { replies: readonly { text: string }[] };
      return replies.map((reply) => reply.text).join('\n');
    };
    expect(await say(command)).toContain('Thứ bảy có lớp nấu ăn');
    expect(await say(`/guithu ${id}-0000000000`)).toContain('Mã gửi thử không đúng');
    expect(await say('/guithu')).toContain('Mã gửi thử không đúng');
  });
});
