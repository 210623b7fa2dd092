using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using static DelingIPraksis.Web.Reporting.Form.ReportPart;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>
/// Lays out a report: about, welcome, and the programme in the order in which it was held, with the group work and its points where they
/// stand in it; closing, and who took part.
/// </summary>
internal sealed class ReportLayout
{
    private const int MostThemes = 12;

    private static readonly ImmutableArray<PartyKind> _kinds =
        [PartyKind.Municipality, PartyKind.County, PartyKind.Association, PartyKind.Research, PartyKind.Other];

    private readonly GatheringReport _report;
    private readonly ReportWords _words;
    private readonly List<ReportPart> _parts = [];
    private readonly bool _writing;
    private int _headings;

    private ReportLayout(GatheringReport report, bool writing)
    {
        (_report, _writing) = (report, writing);
        _words = new ReportWords(report.Facts.Language);
    }

    /// <summary>The report for reading.</summary>
    public static ReportDocument Of(GatheringReport report) => Of(report, writing: false);

    /// <summary>The report for writing. It also has the places of texts that are not written yet, and of the points.</summary>
    public static ReportDocument ToWriteIn(GatheringReport report) => Of(report, writing: true);

    private static ReportDocument Of(GatheringReport report, bool writing)
    {
        var form = new ReportLayout(report, writing);
        form.Write();
        return new(
            report.Facts.Language, report.Facts.Network.OneLine(), report.Facts.Title.OneLine(), form.Meta, report.Facts.NetworkAbout,
            form._parts, report.Attributed ? ArchiveLayout.Of(report, form._words, form._headings) : [])
        {
            Face = report.Face,
            Licence = report.Licence,
        };
    }

    private string Meta => string.Join(" · ", new[]
    {
        _report.Facts.Number is { } number ? _words["GatheringNumber", number] : "",
        _words.Day(_report.Facts.Date),
        _report.Facts.Host.IsEmpty ? "" : _words["HostedBy", _report.Facts.Host.OneLine()],
        _report.Facts.Place.OneLine(),
    }.Where(part => part.Length > 0));

    private void Write()
    {
        if (_report.Waiting > 0 && _report.WaitingUntil is { } until)
            _parts.Add(
                new Notice(
                    _words[
                        _report.Waiting == 1 ? "ProvisionalOne" : "Provisional",
                        _report.Waiting,
                        NorwegianTime.Deadline(until, _words.Culture)
                    ]
                )
            );
        if (_report.Facts.OriginalReport is { } original) _parts.Add(new Presentation(_words["OriginalReport"], original));
        WriteProse(_words["About"], ReportText.About);
        WriteWelcome();
        WritePictures(null);
        var home = _report.Blocks.Find(block => block.HasWorkshop);
        foreach (var block in _report.Blocks.Where(block => !block.AfterPoints)) WriteBlock(block, block == home);
        if (home is null) WriteWorkshop(level: 1);
        WritePoints();
        WriteCommitments();
        WriteEarlierPromises();
        foreach (var block in _report.Blocks.Where(block => block.AfterPoints)) WriteBlock(block, block == home);
        WriteProse(_words["Closing"], ReportText.Closing);
        WriteParticipants();
    }

    private void WriteWelcome()
    {
        var (text, welcome) = (_report.Text(ReportText.Welcome), _report.Welcome);
        if (!_writing && text.IsEmpty && welcome.IsEmpty) return;
        var heading = _report.Facts.Host.IsEmpty ? _words["Welcome"] : _words["WelcomeTo", _report.Facts.Host.OneLine()];
        WriteHeading(1, heading);
        WriteSpeakers(welcome.Speakers);
        WriteText(text, new TextPlace(ReportText.Welcome));
        WriteLinks(welcome.Links, heading);
    }

    private void WriteProse(string heading, ReportText part)
    {
        if (!_writing && _report.Text(part).IsEmpty) return;
        WriteHeading(1, heading);
        WriteText(_report.Text(part), new TextPlace(part));
    }

    private void WriteBlock(Block block, bool withWorkshop)
    {
        WriteHeading(1, block.Name.OneLine());
        if (!block.IsTalk) WriteText(block.Introduction, new TextPlace(Block: block.Id));
        foreach (var talk in block.Talks)
        {
            // A talk that is alone in its block often has the same title as the block. The title is then written once.
            if (talk.Title != block.Name) WriteHeading(2, talk.Title.OneLine());
            WriteSpeakers(talk.Speakers);
            WriteText(talk.Summary, new TextPlace(Talk: talk.Id));
            WriteLinks(talk.Links, talk.Title.OneLine());
            WriteFiles(talk);
        }

        WritePictures(block.Id);
        if (withWorkshop) WriteWorkshop(level: 2);
    }

    private void WriteSpeakers(ImmutableList<Speaker> speakers)
    {
        if (!speakers.IsEmpty) _parts.Add(new Byline(string.Join(", ", speakers.Select(NameOf))));
    }

    // Several links without words of their own get a number, so that no two links have the same words.
    private void WriteLinks(IEnumerable<Link> links, string of)
    {
        var unnamed = 0;
        foreach (var link in links.Where(link => link.Address is { IsAbsoluteUri: true, Scheme: "http" or "https" }))
        {
            var words = !link.Words.IsEmpty ? link.Words.OneLine()
                : ++unnamed == 1 ? _words["Presentation", of]
                : _words["PresentationNumber", of, unnamed];
            _parts.Add(new Presentation(words, link.Address));
        }
    }

    private void WriteFiles(Talk talk)
    {
        foreach (var file in talk.Files)
        {
            var of = talk.Files.Count == 1 ? talk.Title.OneLine() : Path.GetFileNameWithoutExtension(file.Name.OneLine());
            _parts.Add(new KeptPresentation(
                _words["KeptPresentation", of, file.Format, FileWords.Size(file.Size)],
                new Uri(Addresses.Presentation(_report.Gathering, file.Id), UriKind.Relative),
                file.Id.Value));
        }
    }

    // A picture whose part of the programme is taken out stands after the welcome.
    private void WritePictures(Id<Block>? after)
    {
        foreach (var picture in _report.Pictures)
        {
            var place = _report.Blocks.Exists(block => block.Id == picture.After) ? picture.After : null;
            if (place != after) continue;
            var credit = picture.Credit.IsEmpty ? "" : _words["PictureCredit", picture.Credit.OneLine()];
            var caption = string.Join(' ', new[] { picture.Caption.OneLine(), credit }.Where(part => part.Length > 0));
            var alternative = picture.Alternative.IsEmpty ? picture.Caption.OneLine() : picture.Alternative.OneLine();
            _parts.Add(new Picture(picture, alternative, caption, Addresses.Picture(_report.Gathering, picture.Id)));
        }
    }

    private void WriteWorkshop(int level)
    {
        var text = _report.Text(ReportText.Workshop);
        if (!_writing && text.IsEmpty && _report.Groups.IsEmpty) return;
        WriteHeading(level, _words["Workshop"]);
        WriteText(text, new TextPlace(ReportText.Workshop));
        foreach (var round in _report.Groups.Where(group => group.Members.Count > 1).GroupBy(group => group.Round))
            _parts.Add(
                new GroupList(
                    round.Key == 0 ? _words["Groups"] : _words["GroupsOfRound", round.Key.ToString(CultureInfo.InvariantCulture)],
                    [.. round.Select(group => new GroupLine([.. group.Members.Select(name => name.OneLine())]))]
                )
            );
        WriteThemes(level + 1);
    }

    // One theme says nothing, and more than a dozen are hard to read, so the smallest share one row.
    private void WriteThemes(int level)
    {
        var named = _report.Themes.FindAll(theme => !theme.Theme.IsEmpty);
        if (named.Count < 2) return;
        var shown = named.Count > MostThemes ? named.GetRange(0, MostThemes - 1) : named;
        var rows = shown.ConvertAll(theme => new ThemeRow(theme.Theme.OneLine(), theme.Barriers, theme.Opportunities));
        if (named.Skip(shown.Count).ToList() is { Count: > 0 } others) rows = rows.Add(Together("OtherThemes", others));
        if (_report.Themes.FindAll(theme => theme.Theme.IsEmpty) is { IsEmpty: false } without)
            rows = rows.Add(Together("NoTheme", without));
        WriteHeading(level, _words["ThemePicture"]);
        _parts.Add(new ThemePicture(_words["ThemePicture"], _words["ThemePictureAlt"], _words["ThemePictureNote"], rows));
    }

    private ThemeRow Together(string key, IReadOnlyCollection<ThemeCount> themes) =>
        new(_words[key, themes.Count], themes.Sum(theme => theme.Barriers), themes.Sum(theme => theme.Opportunities));

    private void WritePoints()
    {
        if (_writing)
        {
            WriteHeading(1, _words["Points"]);
            _parts.Add(new PointsPlace());
            return;
        }

        var written = _report.Sections.FindAll(section => !section.Points.IsEmpty);
        if (written.IsEmpty) return;
        WriteHeading(1, _words["Points"]);
        foreach (var section in written)
            _parts.Add(new PointList(Section.KindOf(section.Id), NextHeading(2, TitleOf(section)), _words["PointsFrom"], section.Points));
    }

    private string TitleOf(ReportSection section) => Section.KindOf(section.Id) is { } kind && !_report.Theme.IsEmpty
        ? _words[kind == NoteKind.Barrier ? "BarriersFor" : "OpportunitiesFor", _report.Theme.OneLine()]
        : _words.SectionOf(section);

    private void WriteCommitments()
    {
        if (_report.Commitments.IsEmpty) return;
        WriteHeading(1, _words["Commitments"]);
        _parts.Add(new PlainList(_words["CommitmentsFrom"], [.. _report.Commitments.Select(commitment =>
            commitment.By is { } day ? _words["CommitmentBy", commitment.What.OneLine(), _words.Day(day)] : commitment.What.OneLine())]));
    }

    private void WriteEarlierPromises()
    {
        if (_report.EarlierPromises is not { } earlier) return;
        WriteHeading(1, _words["EarlierPromises"]);
        _parts.Add(_words.Earlier(earlier));
    }

    private void WriteParticipants()
    {
        if (_report.Participants.IsEmpty) return;
        WriteHeading(1, _words["Participants"]);
        var kinds = _report.Participants.GroupBy(one => one.Kind).OrderBy(kind => _kinds.IndexOf(kind.Key));
        _parts.Add(new PlainList(_words["ParticipantsFrom", _report.Participants.Count], [.. kinds.Select(kind =>
            $"{_words[$"Participants{kind.Key}"]}: {string.Join(", ", kind.Select(one => one.Name.OneLine()))}")]));
    }

    private void WriteText(PlainText text, TextPlace place)
    {
        if (_writing || !text.IsEmpty) _parts.Add(new Prose(text) { Place = place });
    }

    private void WriteHeading(int level, string text) => _parts.Add(NextHeading(level, text));

    private Heading NextHeading(int level, string text) => new(level, text, $"del-{++_headings}");

    private static string NameOf(Speaker speaker) =>
        speaker.Organisation.IsEmpty ? speaker.Name.OneLine() : $"{speaker.Name.OneLine()} ({speaker.Organisation.OneLine()})";

    internal static string NamesOf(ReportGroup group) => NamesOf(group.Members);

    internal static string NamesOf(IEnumerable<PlainText> names) => string.Join(" + ", names.Select(name => name.OneLine()));
}
