using System.Text;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Register;

/// <summary>A newer list of changes is read as Klass writes it, and added to the built-in one.</summary>
public sealed class ChangesFileTests
{
    private const string Klass = "\"oldCode\";\"oldName\";\"oldShortName\";\"newCode\";\"newName\";\"newShortName\";\"changeOccurred\"\n";

    // In 2028 Kinn and Bremanger become Nordfjord, and Solund becomes a part of Gulen, which keeps its number.
    private const string Merged = Klass
        + "\"4602\";\"Kinn\";\"\";\"4699\";\"Nordfjord\";\"\";\"2028-01-01\"\n"
        + "\"4648\";\"Bremanger\";\"\";\"4699\";\"Nordfjord\";\"\";\"2028-01-01\"\n"
        + "\"4636\";\"Solund\";\"\";\"4635\";\"Gulen\";\"\";\"2028-01-01\"\n";

    private static MunicipalityRegister Of2028 => RegisterFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', MunicipalityRegister.Own.All
        .Where(one => one.Number is not ("4602" or "4648" or "4636")).Select(one => $"{one.Number};{one.OfficialName}")
        .Prepend("4699;Nordfjord").Prepend("code;name")))).Register!;

    [Fact]
    public void A_newer_list_is_added_and_the_old_names_are_known()
    {
        var (changes, fault) = ChangesFile.Check(Encoding.UTF8.GetBytes(Merged), Of2028);
        Assert.Null(fault);
        Assert.Equal(3, ChangesFile.NotIn(MunicipalityRegister.Own.Changes, changes!).Count);
        var register = Of2028.With(ChangesFile.Joined(changes!));
        Assert.Equal((2028, "Nordfjord"), (register.Former("Bremanger")!.Year, register.Former("Bremanger")!.Now.Single().Name));
        Assert.Equal(["Nordfjord", "Stad"], register.Former("Vågsøy")!.Now.Select(hit => hit.Name));
        Assert.Equal("Gulen", register.Former("Solund")!.Now.Single().Name);
        var before = register.On(new(2027, 12, 31));
        Assert.Equal(357, before.All.Count);
        Assert.Equal(["4602", "4635", "4636"], new[] { "Kinn", "Gulen", "Solund" }.Select(name => before.Named(name).Single().Number));
        Assert.Equal(355, register.On(new(2028, 1, 1)).All.Count);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var (changes, fault) = ChangesFile.Read(Encoding.UTF8.GetBytes(ChangesFile.Write(ChangesFile.Own)));
        Assert.Null(fault);
        Assert.Equal(ChangesFile.Own.ToHashSet(), changes!.ToHashSet());
        Assert.Empty(ChangesFile.NotIn(ChangesFile.Own, changes!));
    }

    [Fact]
    public void A_list_with_Norwegian_headings_and_lost_zeros_is_read()
    {
        var (changes, _) = ChangesFile.Read(
            Encoding.UTF8.GetBytes("fra_aar,gammelt_nummer,gammelt_navn,nytt_nummer,nytt_navn\n"
                + "2020,220,Asker,3025,Asker\n2020,2,Akershus,30,Viken"));
        Assert.Equal(["0220", "02"], changes!.Select(change => change.OldNumber));
    }

    [Theory]
    [InlineData("", "RegisterEmpty")]
    [InlineData("PK\u0003\u0004 regneark", "RegisterNotText")]
    [InlineData("code;name\n0301;Oslo", "ChangesNoColumns")]
    [InlineData("year;old number;old name;new number;new name\n2028;46;Vestland;4699;Nordfjord", "ChangesNumberWrong")]
    [InlineData("year;old number;old name;new number;new name\n2028;Kinn;4602;4699;Nordfjord", "ChangesNumberWrong")]
    [InlineData("year;old number;old name;new number;new name\nsnart;4602;Kinn;4699;Nordfjord", "ChangesYearWrong")]
    [InlineData("year;old number;old name;new number;new name\n2028;4602;;4699;Nordfjord", "ChangesNameMissing")]
    [InlineData("year;old number;old name;new number;new name\n2028;4602;K\uFFFDnn;4699;Nordfjord", "RegisterLettersLost")]
    [InlineData("year;old number;old name;new number;new name\n2028;4602;Kinn;4699;Nordfjord", "ChangesLeadNowhere")]
    [InlineData("year;old number;old name;new number;new name", "RegisterEmpty")]
    public void What_is_no_list_of_changes_is_said(string text, string fault) =>
        Assert.Equal(fault, ChangesFile.Check(Encoding.UTF8.GetBytes(text), MunicipalityRegister.Own).Fault?.Text);
}
