using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>The content of the form for a new gathering, exactly as typed, and its faults.</summary>
internal sealed record GatheringDraft(
    string? Title,
    string? Network,
    string? Date,
    string? Host,
    string? Place,
    string? Theme,
    string? Template,
    string? Parties
)
{
    /// <summary>The unrecognised names that the user has been asked about.</summary>
    public IReadOnlyCollection<string> Asked { get; init; } = [];

    /// <summary>Those of them that are to take part as written.</summary>
    public IReadOnlyCollection<string> Taken { get; init; } = [];

    /// <summary>The unrecognised names.</summary>
    public IReadOnlyList<InvitedParty> Unknown => [.. PartyList.Parse(Parties, Register).Where(party => party.IsUnknown)];

    // Without a date that can be read, the names of today apply.
    private MunicipalityRegister Register =>
        DateParser.Read(Date ?? "") is { Year: >= 2000 and <= 2100 } day
            ? MunicipalityRegister.Current.On(day)
            : MunicipalityRegister.Current;

    /// <summary>The number in the series as typed, in the forms that ask for it.</summary>
    public string? Number { get; init; }

    /// <summary>The gathering, or the faults by field; one of them is null.</summary>
    public (NewGathering? Gathering, IReadOnlyDictionary<DraftField, DraftFault> Faults) Read(Id<Gathering> id, Language language)
    {
        var (facts, theme, faults) = ReadFacts(language);
        IReadOnlyList<InvitedParty> parties =
        [
            .. PartyList
                .Parse(Parties, Register)
                .Where(party => !party.IsUnknown || !Asked.Contains(party.Name.Value) || Taken.Contains(party.Name.Value)),
        ];
        if (PartyList.TooLong(parties) is { } tooLong)
            faults[DraftField.Parties] = new("PartyTooLong", TextTruncation.Truncate(tooLong.Name.Value, 40), Limits.Name);
        else if (PartyList.Unclear(parties) is { Candidates: [var one, var other, ..] } unclear)
            faults[DraftField.Parties] = new("TwoOfThatName", unclear.Name.Value, one.County, other.County);
        else if (parties.Any(party => party.IsUnknown && !Asked.Contains(party.Name.Value)))
            faults[DraftField.Parties] = new("UnknownParties");
        else if (PartyCount(parties.Count) is { } fault) faults[DraftField.Parties] = fault;
        return faults.Count > 0
            ? (null, faults)
            : (new NewGathering(id, facts, theme, GatheringTemplate.Of(Template).Plan, parties), faults);
    }

    /// <summary>The facts and the theme, and the faults in them by field. With a fault, the facts are of no use.</summary>
    public (GatheringFacts Facts, PlainText Theme, Dictionary<DraftField, DraftFault> Faults) ReadFacts(Language language)
    {
        var faults = new Dictionary<DraftField, DraftFault>();
        var title = Line(DraftField.Title, Title, Limits.Line, needed: true);
        var network = Line(DraftField.Network, Network, Limits.Name, needed: true);
        var host = Line(DraftField.Host, Host, Limits.Line);
        var place = Line(DraftField.Place, Place, Limits.Line);
        var theme = Line(DraftField.Theme, Theme, Limits.Line, needed: true);
        var day = DateParser.Read(Date ?? "");
        var date = day.GetValueOrDefault();
        if (day is null) faults[DraftField.Date] = new("DateUnclear");
        else if (date.Year is < 2000 or > 2100) faults[DraftField.Date] = new("ImplausibleDate");
        int? number = null;
        if (!string.IsNullOrWhiteSpace(Number))
        {
            if (int.TryParse(Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed is >= 1 and <= 999)
                number = typed;
            else faults[DraftField.Number] = new("NumberUnclear");
        }

        return (new GatheringFacts(network, "", title, number, date, host, place, language), theme, faults);

        PlainText Line(DraftField field, PlainText text, int limit, bool needed = false)
        {
            text = text.OnOneLine;
            if (needed && text.IsEmpty) faults[field] = new("FieldMissing");
            else if (text.Length > limit) faults[field] = new("LineTooLong", limit, text.Length);
            return text;
        }
    }

    /// <summary>The fault of a number of parties, or null.</summary>
    public static DraftFault? PartyCount(int count) => count switch
    {
        < 2 => new("TooFewParties", count),
        > Limits.Many => new("TooManyParties", Limits.Many),
        _ => null,
    };
}

internal enum DraftField
{
    Title,
    Number,
    Network,
    Date,
    Host,
    Place,
    Theme,
    Parties,
}

/// <summary>The fault of a field: the key of its text, and the numbers in it.</summary>
internal sealed record DraftFault(string Text, params object[] Figures);
