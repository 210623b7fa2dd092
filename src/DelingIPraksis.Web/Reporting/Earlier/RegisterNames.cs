using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>Finds municipalities and counties in the active register, for the reader of earlier reports.</summary>
internal static class RegisterNames
{
    /// <summary>The party with a name; null for an unknown name. One that two municipalities have, has no number.</summary>
    public static FoundParty? Find(string written)
    {
        var register = MunicipalityRegister.Current;
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
