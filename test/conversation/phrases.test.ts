import { describe, expect, it } from 'vitest';
import { plainWords, smallTalkOf } from '../../src/conversation/phrases.ts';

const talkOf = (text: string) => smallTalkOf(text, plainWords(text));

describe('small talk', () => {
  it.each([
    ['chào ad', 'hello'],
    ['hello', 'hello'],
    ['cảm ơn nhiều nghen', 'thanks'],
    ['thanks a lot', 'thanks'],
    ['tạm biệt', 'bye'],
    ['ok', 'acknowledge'],
    ['dạ vâng', 'acknowledge'],
    ['👍', 'acknowledge'],
    ['❤️', 'acknowledge'],
    ['cho em hỏi', 'may_i_ask'],
    ['ad ơi cho mình hỏi chút', 'may_i_ask'],
    ['bạn tên gì', 'who_are_you'],
    ['mày là robot à', 'who_are_you'],
    ['ai làm ra bạn', 'who_are_you'],
    ['gặp người thật', 'human'],
    ['noi chuyen voi nguoi that di', 'human'],
    ['cho em gặp nhân viên tư vấn với ạ', 'human'],
    ['can i talk to a human please', 'human'],
    ['quản lý', undefined],
    ['nhân viên', undefined],
    ['học quản lý nhân viên', undefined],
    ['cho xin số điện thoại', 'contact'],
    ['không biết học gì', 'lost'],
    ['đồ ngu', 'insult'],
    ['xin lỗi', 'sorry'],
    ['dạ em xin lỗi nha', 'sorry'],
    ['sorry bạn mình trả lời trễ', 'sorry'],
    ['hôm nay mình mệt quá, nghỉ nha', 'resting'],
    ['thôi mình đi ngủ đây', 'resting'],
    ['bữa nay bận quá mai học tiếp nhé', 'resting'],
  ])('"%s" is %s', (text, talk) => {
    expect(talkOf(text)).toBe(talk);
  });

  it.each([
    'học nấu ăn',
    'tiếng Anh',
    'muốn học làm robot',
    'sửa điện thoại',
    'cảm ơn, cho mình hỏi lớp Excel',
    'không biết bơi',
    'xin lỗi con sao cho đúng cách',
    'nghỉ hưu học gì',
    'nghỉ việc',
    'lớp học khi nghỉ hè',
    'mệt quá học yoga',
    'mai học bơi',
    '😀😀😀',
    '2',
    '',
    '???',
  ])('"%s" is none', (text) => {
    expect(talkOf(text)).toBeUndefined();
  });
});
