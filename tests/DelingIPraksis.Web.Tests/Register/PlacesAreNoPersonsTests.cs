using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Register;

/// <summary>No municipality and no county, of today or of earlier years, is taken for a person.</summary>
public sealed class PlacesAreNoPersonsTests
{
    public static TheoryData<string> Sentences() =>
    [
        "{0}",
        "{0} kommune har prøvd dette",
        "Ordføreren i {0} sa nei",
        "Vi møtte {0} og Stad",
        "Stad, {0} og Bergen deler maskiner",
        "I {0} går det bra. {0} vil mer.",
        "{0}s plan",
    ];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_place_is_no_person(string sentence)
    {
        var register = MunicipalityRegister.Current;
        var names = register.All.Select(municipality => municipality.Name)
            .Concat(register.Changes.SelectMany(change => new[] { change.OldName, change.NewName }))
            .Concat(register.CountyNames).OfType<string>().Distinct().ToList();
        Assert.True(names.Count > 400);
        Assert.DoesNotContain(
            names.Select(name => string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, name)),
            text => !Domain.Reports.PersonalData.In(text).IsEmpty);
    }
}
