using System.Text;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>What people, machines and malice put into a field.</summary>
internal static class HostileTexts
{
    public static readonly TheoryData<string> All =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<!-- <b> --> <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;",
        "]]> og <![CDATA[ x ]]>",
        "&lt;b&gt; &amp; &#x3C;script&#x3E; &nbsp;",
        "[klikk](javascript:alert(1)) ![bilde](http://x.no/a.png) <http://x.no> [a]: javascript:alert(1)",
        "# Overskrift\n## To\n- punkt\n+ pluss\n* stjerne\n1. en\n2) to\n> sitat\n    kode\n```\ngjerde\n```\n---\n===\n: definisjon",
        "Linje\n---\nOverskrift\n===",
        "**fet** _kursiv_ `kode` ~~strøket~~ | a | b |\n|---|---|\n^1^ $x$ \\ \\* [^1] - [ ] oppgave",
        "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "＝1+1", "=HYPERLINK(\"http://x.no\";\"a\")",
        "; \"sitat\" ; 'enkelt'\r\nny linje; a,b",
        "NUL\0 og \u0001\u0008\u000B\u001F og \u007F\u0085 slutt",
        "Ensom \uD800 og \uDFFF surrogat, \uFFFE og \uFFFF, \uFDD0",
        "עברית ואנגלית abc", "العربية: ١٢٣ abc", "\u202Eexe.fdp\u202C og \u2066isolert\u2069",
        "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034Da\u0363\u034A",
        "👨‍👩‍👧‍👦 🇳🇴 👍🏽 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎 \U000E0067",
        "Á Č Đ Ŋ Š Ŧ Ž ø æ å ö ñ — «» „“ …",
        "linje\u2028skille\u2029avsnitt", "myk\u00ADbindestrek null\u200Bbredde \uFEFFbom",
        "https://x.no/a?b=c&d=e#f www.x.no epost@x.no",
        "C:\\con\\..\\..\\etc/passwd %00 ${jndi:ldap://x} {{7*7}} <%= 1 %>",
        new string('å', 1900),
        string.Concat(Enumerable.Repeat("ord ", 480)),
    ];

    /// <summary>A title and a name have less room.</summary>
    public static string Line(string text) => text.Length <= 100 ? text : text[..100];

    /// <summary>Every letter of Unicode that a text may hold, in pieces of a note's size.</summary>
    public static IEnumerable<string> AllOfUnicode()
    {
        var piece = new StringBuilder();
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value)) continue;
            piece.Append(new Rune(value).ToString());
            if (piece.Length < 1500) continue;
            yield return piece.ToString();
            piece.Clear();
        }
    }
}
