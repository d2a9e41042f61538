import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker, holdsSecret, maskBytes, maskText, maskValues, needlesOf } from './mask.ts';

const secret = 'S3cr"t/k&y+ü-0042';

function masked(secrets: readonly string[], chunks: readonly Uint8Array[]): Buffer {
  const masker = createMasker(needlesOf(secrets));
  return Buffer.concat([...chunks.map((chunk) => masker.push(chunk)), masker.end()]);
}
function base64At(offset: number): string {
  return Buffer.from(`${'u'.repeat(offset)}${secret}tail`).toString('base64');
}

describe('a secret in an answer', () => {
  it.each([
    ['plain', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    [
      'percent-encoded in small letters',
      encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
    ['as JSON', JSON.stringify(secret).slice(1, -1)],
    ['as JSON in ASCII', JSON.stringify(secret).slice(1, -1).replace('ü', '\\u00fc')],
    ['as HTML', secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ])('is masked: %s', (_spelling, text) => {
    expect(maskText(`before ${text} after ${text}`, needlesOf([secret]))).toBe(
      'before ******** after ********',
    );
  });

  // What the libraries write for `a+b/c&d<e>f'g"h=ü1`.
  it.each([
    ['JSON of Go and Rails', String.raw`a+b/c\u0026d\u003ce\u003ef'g\"h=ü1`],
    ['JSON of Gson', String.raw`a+b/c\u0026d\u003ce\u003ef\u0027g\"h\u003dü1`],
    ['JSON of .NET', String.raw`a\u002Bb/c\u0026d\u003Ce\u003Ef\u0027g\u0022h=\u00FC1`],
    ['JSON of PHP', String.raw`a+b\/c\u0026d\u003Ce\u003Ef\u0027g\u0022h=\u00fc1`],
    ['JSON of Python', String.raw`a+b/c&d<e>f'g\"h=\u00fc1`],
    ['JSON of a script in a page', String.raw`a+b\u002Fc&d\u003Ce\u003Ef'g\"h=ü1`],
    ['HTML of .NET', 'a&#x2B;b/c&amp;d&lt;e&gt;f&#x27;g&quot;h=&#xFC;1'],
    ['HTML of Go', 'a&#43;b/c&amp;d&lt;e&gt;f&#39;g&#34;h=ü1'],
    ['HTML of PHP', 'a+b/c&amp;d&lt;e&gt;f&#039;g&quot;h=ü1'],
    ['HTML of Handlebars', 'a+b/c&amp;d&lt;e&gt;f&#x27;g&quot;h&#x3D;ü1'],
    ['HTML of Mustache', 'a+b&#x2F;c&amp;d&lt;e&gt;f&#39;g&quot;h&#x3D;ü1'],
    ['XML in ASCII', 'a+b/c&amp;d&lt;e&gt;f&apos;g&quot;h=&#252;1'],
    ['HTML in numbers', 'a&#43;b&#47;c&#38;d&#60;e&#62;f&#39;g&#34;h&#61;&#252;1'],
    [
      'HTML in hexadecimal numbers',
      'a&#x2b;b&#x2f;c&#x26;d&#x3c;e&#x3e;f&#x27;g&#x22;h&#x3d;&#xfc;1',
    ],
  ])('is masked as others write it: %s', (_library, text) => {
    expect(maskText(`{${text}}`, needlesOf([`a+b/c&d<e>f'g"h=ü1`]))).toBe('{********}');
  });

  it('of plain letters is searched in few spellings', () => {
    expect(needlesOf(['sk_live_0123456789abcdef']).length).toBeLessThan(12);
  });

  it.each([0, 1, 2])('is masked in base64 with %i bytes before it', (offset) => {
    const text = maskText(base64At(offset), needlesOf([secret]));
    expect(text).toContain('********');
    expect(Buffer.from(text.replace(/.*\*{8}/, ''), 'base64').toString('latin1')).not.toContain(
      '0042',
    );
  });

  it('is masked in UTF-16', () => {
    const [text, swapped] = [
      Buffer.from(`-${secret}-`, 'utf16le'),
      Buffer.from(`-${secret}-`, 'utf16le').swap16(),
    ];
    expect(masked([secret], [text]).toString('latin1')).toBe('-********-\0');
    expect(masked([secret], [swapped]).toString('latin1')).toBe('\0-********-');
  });

  it('is masked wherever the network cuts it', () => {
    const text = Buffer.from(`{"echo":"${secret}","again":"${secret}"}`);
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(masked([secret], [text.subarray(0, cut), text.subarray(cut)]).toString()).toBe(
        '{"echo":"********","again":"********"}',
      );
    }
  });

  it('is masked byte by byte', () => {
    const bytes = [...Buffer.from(`a${secret}b`)].map((byte) => Uint8Array.of(byte));
    expect(masked([secret], bytes).toString()).toBe('a********b');
  });

  it('leaves no rest when two secrets overlap', () => {
    expect(
      masked(['abcdefghij', 'ghijklmnop'], [Buffer.from('1 abcdefghijklmnop 2')]).toString(),
    ).toBe('1 ******** 2');
  });

  it('leaves a short value alone, which would mask half of an answer', () => {
    expect(maskText('demo1234 demo123', needlesOf(['demo123']))).toBe('demo1234 demo123');
  });

  it('never gets through, whatever the text, the secrets and the cuts', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 8, maxLength: 11 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.array(piece, { maxLength: 12 }),
        (secrets, pieces) => {
          const chunks = [...pieces, secrets[0] ?? '', ...pieces].map((text) => Buffer.from(text));
          const needles = needlesOf(secrets);
          const whole = maskBytes(Buffer.concat(chunks), needles);
          expect(holdsSecret(masked(secrets, chunks).toString(), needles)).toBe(false);
          expect(holdsSecret(whole.toString(), needles)).toBe(false);
        },
      ),
    );
  });

  it('costs nothing of a text without it', () => {
    const text = Buffer.from('nothing to see here, move along'.repeat(100));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (cut) => {
        expect(masked([secret], [text.subarray(0, cut), text.subarray(cut)]).equals(text)).toBe(
          true,
        );
      }),
    );
  });

  it('is masked in the one value of many that holds it', () => {
    expect(maskValues({ etag: '"1"', link: `/?key=${secret}` }, needlesOf([secret]))).toEqual({
      etag: '"1"',
      link: '/?key=********',
    });
  });
});
