using System.Text;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>A newer register is read however it was saved; what cannot be one is said in words, and the one in use stays.</summary>
public sealed class RegisterFileTests
{
    private const string Heading = "\"code\";\"parentCode\";\"level\";\"name\";\"shortName\";\"notes\";\"validFrom\"";

    private static string Klass(Func<Municipality, Municipality>? change = null, char separator = ';', string? heading = null) =>
        string.Join(
            "\r\n",
            MunicipalityRegister
                .Own.All.Select(change ?? (one => one))
                .Select(one => $"\"{one.Number}\";\"\";\"1\";\"{one.OfficialName}\";\"\";\"\";\"2026-01-01\"")
                .Prepend(heading ?? Heading)
        )
            .Replace(';', separator);

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with a mark", "latin-1", "windows-1252", "utf-16", "commas", "tabs", "Norwegian headings"];

    [Theory, MemberData(nameof(Encodings))]
    public void Klass_is_read_however_it_was_saved(string form)
    {
        byte[] file = form switch
        {
            "utf-8 with a mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Klass())],
            // Names with Sami letters have no place there; Norwegian ones do, and a spreadsheet saves so.
            "latin-1" or "windows-1252" => Encoding.Latin1.GetBytes(Klass(one => one with { OfficialName = one.Name })),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Klass())],
            "commas" => Encoding.UTF8.GetBytes(Klass(separator: ',')),
            "tabs" => Encoding.UTF8.GetBytes(Klass(separator: '\t')),
            "Norwegian headings" => Encoding.UTF8.GetBytes(Klass(heading: "kode;forelder;nivå;navn;kort;merknad;gyldig")),
            _ => Encoding.UTF8.GetBytes(Klass()),
        };
        var (register, fault) = RegisterFile.Read(file);
        Assert.Null(fault);
        Assert.Equal(357, register!.All.Count);
        Assert.Equal("Tønsberg", register.Numbered("3905")!.Name);
        if (form is not ("latin-1" or "windows-1252"))
            Assert.Equal(
                MunicipalityRegister.Own.All.Select(one => (one.Number, one.Name, one.OfficialName, one.County)),
                register.All.Select(one => (one.Number, one.Name, one.OfficialName, one.County))
            );
        Assert.Equal(["Møre og Romsdal", "Nordland"], register.Named("Herøy").Select(one => one.County));
    }

    [Fact]
    public void A_name_that_is_written_in_Windows_keeps_its_letters()
    {
        byte[] file =
        [
            .. Encoding.Latin1.GetBytes(Klass(one => one with { OfficialName = one.Number == "5503" ? "X\u009A\u008Ay" : one.Name })),
        ];
        Assert.Equal("XšŠy", RegisterFile.Read(file).Register!.Numbered("5503")!.OfficialName);
    }

    [Fact]
    public void Counties_in_the_same_file_are_passed_over_and_Oslo_gets_its_nought_back() =>
        Assert.Equal(
            357,
            RegisterFile
                .Read(
                    Encoding.UTF8.GetBytes(
                        Klass().Replace("\"0301\"", "\"301\"", StringComparison.Ordinal)
                            + "\r\n\"46\";\"\";\"1\";\"Vestland\";\"\";\"\";\"\""
                    )
                )
                .Register!.All.Count
        );

    [Theory]
    [InlineData("", "RegisterEmpty")]
    [InlineData("PK\u0003\u0004 regneark", "RegisterNotText")]
    [InlineData("%PDF-1.7", "RegisterNotText")]
    [InlineData("code|name\n0301|Oslo", "RegisterNoColumns")]
    [InlineData("nummer;kommune\n0301;Oslo", "RegisterNoColumns")]
    [InlineData("code;name\n0301;Oslo", "RegisterTooFew")]
    [InlineData("code;name\nOslo;0301", "RegisterNumberWrong")]
    [InlineData("code;name\n0301;Oslo\n0301;Oslo", "RegisterNumberTwice")]
    [InlineData("code;name\n4649;St\uFFFDd", "RegisterLettersLost")]
    public void What_is_no_register_is_said(string text, string fault) =>
        Assert.Equal(fault, RegisterFile.Read(Encoding.UTF8.GetBytes(text)).Fault?.Text);

    [Fact]
    public void A_file_that_is_far_too_large_is_not_read() =>
        Assert.Equal("RegisterTooLarge", RegisterFile.Read(new byte[RegisterFile.LargestBytes + 1]).Fault?.Text);

    [Fact]
    public void A_county_that_nobody_knows_is_said() =>
        Assert.Equal(
            "RegisterNoSuchCounty",
            RegisterFile.Read(Encoding.UTF8.GetBytes(Klass() + "\r\n\"9901\";\"\";\"1\";\"Ny\";\"\";\"\";\"\"")).Fault?.Text
        );

    [Fact]
    public void What_is_new_gone_and_renamed_is_told_before_it_is_used()
    {
        var after = RegisterFile.Read(Encoding.UTF8.GetBytes(Klass(one => one.Number switch
        {
            "4649" => one with { OfficialName = "Stadt" },
            "4204" => one with { Number = "4299" },
            _ => one,
        }))).Register!;
        var news = RegisterDifference.Between(MunicipalityRegister.Own, after);
        Assert.Equal(
            ("4299", "4204", "Stad", "Stadt"),
            (
                Assert.Single(news.New).Number,
                Assert.Single(news.Gone).Number,
                Assert.Single(news.Renamed).Before.OfficialName,
                news.Renamed[0].After.OfficialName
            )
        );
    }
}
