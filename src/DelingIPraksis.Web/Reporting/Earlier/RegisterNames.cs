using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>Finds municipalities and counties in the active register, for the reader of earlier reports.</summary>
internal static class RegisterNames
{
    /// <summary>
    /// Finds by the names of a day: «Førde» is a municipality in a report of 2019. What had no such name then is sought among those of
    /// today.
    /// </summary>
    /// <param name="day">The day, or null for today.</param>
    public static RegisterLookup On(DateOnly? day)
    {
        var today = MunicipalityRegister.Current;
        return day is not { } known || today.On(known) is var then && then == today
            ? written => Find(today, written)
            : written => Find(then, written) ?? Find(today, written);
    }

    // One that two municipalities have, has no number.
    private static FoundParty? Find(MunicipalityRegister register, string written)
    {
        if (written.Length is < 2 or > 80) return null;
        if (register.CountyCouncil(written) is { } council) return new(council.Name, council.Number, PartyKind.County, council.Name);
        return register.Named(written) switch
        {
            [] => null,
            [var one] => new(one.Name, one.Number, PartyKind.Municipality, one.County),
            // Herøy and Våler are two each: which one it is, somebody has to say.
            var several => new(several[0].Name, null, PartyKind.Municipality, null, Certainty: Certainty.Guess),
        };
    }
}
