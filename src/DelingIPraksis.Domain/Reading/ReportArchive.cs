using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reading;

/// <summary>Why a gathering cannot be made of a report yet, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Fact">The fact it is about, or null.</param>
/// <param name="Piece">The number of the piece it is about, or null.</param>
/// <param name="Limit">The longest text that is allowed, or null.</param>
public sealed record ReportFault(ReportFaultKind Kind, ReportFact? Fact = null, int? Piece = null, int? Limit = null);

/// <summary>What is wrong with a report that a gathering is to be made of.</summary>
public enum ReportFaultKind
{
    /// <summary>A fact that is needed is missing.</summary>
    Missing,

    /// <summary>The date is no date, or not between 2000 and 2100.</summary>
    NoDate,

    /// <summary>The number is no number from 1 to 999.</summary>
    NoNumber,

    /// <summary>The text is longer than its place allows.</summary>
    TooLong,

    /// <summary>A title, a point or a name is empty.</summary>
    Empty,

    /// <summary>There are more of these than a gathering can have.</summary>
    TooMany,
}

/// <summary>Makes a gathering of an earlier report that has been corrected.</summary>
public static class ReportArchive
{
    /// <summary>What must be corrected before a gathering can be made; empty when nothing must.</summary>
    public static ImmutableList<ReportFault> FaultsOf(EarlierReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var faults = ImmutableList.CreateBuilder<ReportFault>();
        foreach (var fact in Enum.GetValues<ReportFact>())
        {
            var text = report.FactOf(fact).Text;
            if (text.IsEmpty && fact is ReportFact.Title or ReportFact.Network or ReportFact.Date) faults
                .Add(new(ReportFaultKind.Missing, fact));
            else if (fact == ReportFact.Date && DateOf(report) is null) faults.Add(new(ReportFaultKind.NoDate, fact));
            else if (fact == ReportFact.Number && !text.IsEmpty && NumberOf(report) is null) faults
                .Add(new(ReportFaultKind.NoNumber, fact));
            else if (text.Length > LongestOf(fact)) faults.Add(new(ReportFaultKind.TooLong, fact, Limit: LongestOf(fact)));
        }

        var outline = ReportOutline.Of(report);
        foreach (var block in outline.Blocks)
        {
            Line(block.Title, Limits.Line, block.Piece);
            Long(block.Introduction, block.Piece);
        }

        foreach (var talk in outline.Talks)
        {
            Line(talk.Title, Limits.Line, talk.Piece);
            Long(talk.Summary, talk.Piece);
            foreach (var speaker in talk.Speakers)
            {
                Line(speaker.Name, Limits.Name, talk.Piece);
                if (speaker.Organisation.Length > Limits.Line) faults
                    .Add(new(ReportFaultKind.TooLong, Piece: talk.Piece, Limit: Limits.Line));
            }

            if (talk.Links.Count > Limits.Links) faults.Add(new(ReportFaultKind.TooMany, Piece: talk.Piece, Limit: Limits.Links));
        }

        foreach (var point in outline.Points) Line(point.Text, Limits.Note, point.Piece);
        foreach (var (role, text) in outline.Texts)
            if (text.Length > Limits.Prose)
                faults.Add(new(ReportFaultKind.TooLong, Piece: report.Pieces.Find(piece => piece.Role == role)?.Number,
                    Limit: Limits.Prose));
        if (outline.Points.Count > Limits.Many) faults
            .Add(new(ReportFaultKind.TooMany, Piece: outline.Points[Limits.Many].Piece, Limit: Limits.Many));
        return faults.ToImmutable();

        void Line(PlainText text, int limit, int piece)
        {
            if (text.IsEmpty) faults.Add(new(ReportFaultKind.Empty, Piece: piece));
            else if (text.Length > limit) faults.Add(new(ReportFaultKind.TooLong, Piece: piece, Limit: limit));
        }

        void Long(PlainText text, int piece)
        {
            if (text.Length > Limits.Prose) faults.Add(new(ReportFaultKind.TooLong, Piece: piece, Limit: Limits.Prose));
        }
    }

    /// <summary>The gathering as an archive, to be imported as one change.</summary>
    /// <param name="report">A report without faults.</param>
    /// <param name="seed">What the ids are made from: the same report imported twice is the same gathering.</param>
    /// <exception cref="ArgumentException">The report has faults.</exception>
    public static GatheringArchive Of(EarlierReport report, string seed)
    {
        if (!FaultsOf(report).IsEmpty) throw new ArgumentException("The report has faults.", nameof(report));
        var outline = ReportOutline.Of(report);
        Guid Made(string kind, int number) => DerivedId.Of(string.Create(CultureInfo.InvariantCulture, $"{seed}/{kind}/{number}"));
        ImmutableList<Party> parties = [.. report.Parties.Select((party, place) =>
            new Party(new(Made("party", place)), party.Name, party.RegisterNumber, party.Kind, party.County, place))];
        var sections = outline.Points.Where(point => point.Role == PieceRole.Point).Select(point => point.Section).Distinct()
            .Select((title, place) => new Section(new(Made("section", place)), title.IsEmpty ? "–" : title)).ToImmutableList();
        var date = DateOf(report)!.Value;
        return new(
            new GatheringFacts(
                report.FactOf(ReportFact.Network).Text,
                outline.TextOf(PieceRole.NetworkAbout),
                report.FactOf(ReportFact.Title).Text,
                NumberOf(report),
                date,
                report.FactOf(ReportFact.Host).Text,
                report.FactOf(ReportFact.Place).Text,
                report.Language),
            Blocks(outline, Made),
            parties,
            "",
            PhasePlans.Full,
            new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero),
            [.. report.Pairs.Select((pair, place) => new Pair(new(Made("pair", place)), pair.ConvertAll(member => parties[member].Id),
                []))],
            [],
            [],
            [],
            sections,
            [.. outline.Points.Select((point, place) => new Point(
                new(Made("point", place)),
                point.Role switch
                {
                    PieceRole.Barrier => Section.Barriers,
                    PieceRole.Opportunity => Section.Opportunities,
                    PieceRole.Ask => Section.Asks,
                    _ => sections.Find(section => section.Title == (point.Section.IsEmpty ? "–" : point.Section))!.Id,
                },
                point.Text,
                []) { Confirmed = true })],
            new Dictionary<ReportText, PieceRole>
            {
                [ReportText.About] = PieceRole.About,
                [ReportText.Welcome] = PieceRole.Welcome,
                [ReportText.Workshop] = PieceRole.GroupWork,
                [ReportText.Closing] = PieceRole.Closing,
            }.Where(text => !outline.TextOf(text.Value).IsEmpty)
                .ToImmutableSortedDictionary(text => text.Key, text => outline.TextOf(text.Value)))
        {
            Welcome = new(outline.Welcomers, LinksOf(outline.WelcomeLinks)),
        };
    }

    private static ImmutableList<Block> Blocks(ReportOutline outline, Func<string, int, Guid> made)
    {
        var workshop = outline.Blocks.FindIndex(block => ReportLexicon.KindOf(block.Introduction.Value) == HeadingKind.GroupWork);
        if (workshop < 0 && outline.Points.Count > 0) workshop = outline.Blocks.FindLastIndex(block => !block.AfterPoints);
        var blocks = ImmutableList.CreateBuilder<Block>();
        for (var place = 0; place <= outline.Blocks.Count; place++)
        {
            if (place > 0)
            {
                var block = outline.Blocks[place - 1];
                blocks.Add(new Block(
                    new(made("block", place)),
                    block.Title,
                    block.Introduction,
                    [.. outline.Talks.Where(talk => talk.Block == place - 1).Select(Talk)],
                    place - 1 == workshop) { AfterPoints = block.AfterPoints });
            }

            foreach (var talk in outline.Talks.Where(talk => talk.Block is null && talk.BlocksBefore == place))
                blocks.Add(Block.Of(new(made("alone", talk.Piece)), Talk(talk)) with { AfterPoints = talk.AfterPoints });
        }

        return blocks.ToImmutable();

        Talk Talk(OutlinedTalk talk) =>
            new(new(made("talk", talk.Piece)), talk.Title, talk.Speakers, talk.Summary) { Links = LinksOf(talk.Links) };
    }

    // The words of a link that only say «here» are left to the report, which has better ones.
    private static ImmutableList<Link> LinksOf(ImmutableList<SourceLink> links) =>
        [.. links.DistinctBy(link => link.Address)
            .Select(link => new Link(links.Count == 1 || link.Words.Length > Limits.Line ? "" : link.Words, link.Address))];

    private static int LongestOf(ReportFact fact) => fact switch
    {
        ReportFact.Network => Limits.Name,
        ReportFact.Date or ReportFact.Number => Limits.RegisterNumber,
        _ => Limits.Line,
    };

    private static DateOnly? DateOf(EarlierReport report)
    {
        var text = report.FactOf(ReportFact.Date).Text.Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and <= 2100)
            return date;
        return DateReader.In(text, "").FirstOrDefault()?.Date;
    }

    private static int? NumberOf(EarlierReport report) =>
        int.TryParse(report.FactOf(ReportFact.Number).Text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 999
            ? number
            : null;
}
