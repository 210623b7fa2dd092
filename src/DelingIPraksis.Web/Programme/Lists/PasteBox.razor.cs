using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DelingIPraksis.Web.Programme.Lists;

/// <summary>Invites the parties in a pasted list or a file. An unknown line is left out unless the organiser includes it.</summary>
public sealed partial class PasteBox : GatheringPart<ProgrammeSession>
{
    private const int LargestFile = 500_000;
    private const int LongestList = 100_000;

    private List<Line> _lines = [];
    private string _text = "";

    [Inject]
    internal ProgrammeScript Script { get; set; } = null!;

    private void Read()
    {
        Status = _text.Length > LongestList ? T["ListTooLong", LongestList].Value : null;
        if (Status is not null) return;
        _lines =
        [
            .. PartyList
                .Read(_text, MunicipalityRegister.Current.On(View.Facts.Date))
                .Take(Limits.Many)
                .Select(line => new Line(line, View.Parties.Any(party => party.MatchesName(line.Party.Name, line.Party.RegisterNumber)))),
        ];
    }

    private string Words(Line line) => line switch
    {
        { IsHere: true, Former: { } former } => $"{Became(former, line.Name)} · {T["LineHere"].Value}",
        { IsHere: true } => T["LineHere"],
        { IsRepeat: true, Former: { } former } => $"{Became(former, line.Name)} · {T["LineRepeat"].Value}",
        { IsRepeat: true } => T["LineRepeat"],
        { TooLong: true } => T["LineTooLong", Limits.Name],
        { Candidates.Count: > 1, Number: null } => T["LineTwo"],
        { Former: { } former, Number: null, Choices: [var one] } => $"{Became(former, one.Name)}. {T["LineNear"].Value}",
        { Former: { } former, Number: null } => T[former.IsLater ? "LineWasThen" : "LineDivided", former.Name, former.Year],
        { Choices.Count: > 0, Number: null } => T["LineNear"],
        { Number: { } number, Former: { } former } => $"{Became(former, line.Name)} · {About(line, number)}",
        { Number: { } number } => About(line, number),
        _ => T["LineUnknown", line.Written],
    };

    private string Became(FormerPlace former, string name) =>
        former.IsLater ? T["LineBecomesLater", former.Name, former.Year] : T["LineBecame", former.Name, name, former.Year];

    private static string About(Line line, string number) => line.County is { } county ? $"{county} · {number}" : number;

    private async Task FileAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > LargestFile)
        {
            Status = T["FileTooLarge", LargestFile / 1000];
            return;
        }

        using var content = new MemoryStream();
        await using var stream = chosen.File.OpenReadStream(LargestFile);
        await stream.CopyToAsync(content);
        var text = TextFile.Read(content.ToArray());
        if (text.Contains('\0', StringComparison.Ordinal) || text.StartsWith("PK", StringComparison.Ordinal))
        {
            Status = T["FileNotText"];
            return;
        }

        _text = text;
        Read();
    }

    private async Task InviteAsync()
    {
        // «Eid» and «Selje» may both have become Stad, or have been chosen as it.
        List<Line> lines = [.. _lines.Where(line => line.Take).DistinctBy(line => line.Number ?? Party.Fold(line.Name))];
        (var invited, Status) = await Session.AskTogetherAsync(
            lines.ConvertAll<Change>(line => new Change.PartyInvited(NewParty(), line.Name, line.Number, line.Kind, line.County)));
        _lines = _lines.Except(lines.Take(invited)).ToList();
        Session.Say("Invited", invited, Session.View.PartyCount);
        if (Status is null) await ForgetAsync();
    }

    private static Id<Party> NewParty() => new(Guid.CreateVersion7());

    private Task ForgetAsync()
    {
        (_text, _lines, Status) = ("", [], null);
        return Script.ForgetAsync($"{View.Id}/liste");
    }

    private sealed class Line(PartyLine line, bool isHere)
    {
        public string Written => line.Written;

        public string Name { get; private set; } = line.Party.Name.Value;

        public string? Number { get; private set; } = line.Party.RegisterNumber;

        public string? County { get; private set; } = line.Party.County;

        public PartyKind Kind { get; private set; } = line.Party.Kind;

        public IReadOnlyList<RegisterHit> Choices => line.Party.Choices;

        public FormerPlace? Former => line.Party.Former;

        public string? Rest => line.Rest;

        public IReadOnlyList<Municipality> Candidates => line.Party.Candidates;

        public bool IsHere => isHere;

        public bool IsRepeat => line.IsRepeat;

        public bool TooLong => Name.Length > Limits.Name;

        public bool Take { get; set; } =
            !isHere && !line.IsRepeat && line.Party is { Name.Length: <= Limits.Name, RegisterNumber: not null };

        /// <summary>Whether the organiser must choose between matches.</summary>
        public bool Ask => !Take && !IsHere && !IsRepeat;

        public void Choose(Municipality one) => (Number, County, Kind, Take) = (one.Number, one.County, PartyKind.Municipality, true);

        public void Choose(RegisterHit near) => (Name, Number, County, Kind, Take) = (near.Name, near.Number, near.County, near.Kind, true);
    }
}
