using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Form;
using static DelingIPraksis.Web.Reporting.Form.ReportPart;

namespace DelingIPraksis.Web.Briefs;

/// <summary>A laid-out brief. Word and PDF decide only how it looks.</summary>
/// <param name="Body">Its parts. The municipality is the sender, not the network.</param>
/// <param name="Facts">The table under the title: a label and what it says.</param>
/// <param name="Foot">What the paper is made of, in small print at the end.</param>
internal sealed record BriefDocument(ReportDocument Body, IReadOnlyList<(string Label, string Text)> Facts, string Foot);

/// <summary>
/// Lays out a brief as a matter for information («orienteringssak»): the proposed decision first, then background, challenge, feedback,
/// answer, promises, the points of the report, and the next step. A part without words says so, since a council reads no empty heading.
/// </summary>
internal sealed class BriefLayout
{
    private readonly CouncilBrief _brief;
    private readonly BriefWords _words;
    private readonly ReportWords _report;
    private readonly List<ReportPart> _parts = [];
    private int _headings;

    private BriefLayout(CouncilBrief brief, Language language) =>
        (_brief, _words, _report) = (brief, new BriefWords(language), new ReportWords(language));

    /// <summary>The brief in a language.</summary>
    public static BriefDocument Of(CouncilBrief brief, Language language) => new BriefLayout(brief, language).Make();

    private string Sender => _words.Official(_brief.Party.Name, _brief.Party.Kind);

    private string Day => _report.Day(_brief.Facts.Date);

    private BriefDocument Make()
    {
        Write("Proposal", _words["ProposalText"]);
        WriteBackground();
        WriteTexts();
        WriteFeedback();
        WritePromises();
        WritePoints();
        WriteNext();
        var network = _brief.Facts.Network.OneLine();
        var title = network.Length > 0 ? _words["TitleOf", network] : _words["TitleAlone", _brief.Facts.Title.OneLine()];
        return new(
            new ReportDocument(_words.Language, Sender, title, $"{_words["Kind"]} · {Day}", "", _parts, []),
            [.. Facts().Where(fact => fact.Text.Length > 0)],
            _words["Foot", Sender]);
    }

    private IEnumerable<(string Label, string Text)> Facts()
    {
        var number = _brief.Facts.Number is { } told ? $" ({_report["GatheringNumber", told]})" : "";
        yield return (_words["FactGathering"], _brief.Facts.Title.OneLine() + number);
        yield return (_words["FactDay"], Day);
        yield return (_words["FactPlace"], _brief.Facts.Place.OneLine());
        yield return (_words["FactTheme"], _brief.Theme.OneLine());
        foreach (var round in _brief.Partners.GroupBy(partner => partner.Round))
            yield return (
                round.Key == 0 ? _words["FactPartner"] : _words["FactPartnerOf", round.Key],
                Capitalised(_words.List(NamesOf(round))));
    }

    private List<string> NamesOf(IEnumerable<BriefPartner> partners) =>
        [.. partners.Select(partner => _words.Partner(partner.Name, partner.Kind)).Distinct()];

    private void WriteBackground()
    {
        WriteHeading("Background");
        var (title, network) = (_brief.Facts.Title.OneLine(), _brief.Facts.Network.OneLine());
        List<string> told =
        [
            network.Length > 0 ? _words["BackgroundNetwork", Sender, Day, title, network] : _words["BackgroundText", Sender, Day, title],
        ];
        if (!_brief.Theme.IsEmpty) told.Add(_words["BackgroundTheme", _brief.Theme.OneLine()]);
        if (!_brief.Partners.IsEmpty) told.Add(_words["BackgroundPair", _words.List(NamesOf(_brief.Partners))]);
        _parts.Add(new Prose(string.Join(' ', told)));
        if (!_brief.Facts.NetworkAbout.IsEmpty) _parts.Add(new Prose(_brief.Facts.NetworkAbout));
    }

    private void WriteTexts()
    {
        Write("Challenge", _brief.Texts.GetValueOrDefault(TextField.Challenge) is { IsEmpty: false } text ? text : _words["NoChallenge"]);
        foreach (var field in (TextField[])[TextField.Solutions, TextField.Asks, TextField.Offers])
            if (_brief.Texts.TryGetValue(field, out var written))
                Write($"{field}", written);
    }

    private void WriteFeedback()
    {
        if (_brief.Feedback.IsEmpty) Write("FeedbackTitle", _words["NoFeedback"]);
        foreach (var feedback in _brief.Feedback)
        {
            WriteHeading("FeedbackFrom", _words.Partner(feedback.From, feedback.Kind));
            foreach (var (prompt, text) in feedback.Replies) _parts.Add(new Labelled(_words[$"{prompt}"], text));
            if (feedback.Replies.IsEmpty) _parts.Add(new Prose(_words["NoFeedback"]));
            if (!feedback.Answer.IsEmpty) Write("Answer", feedback.Answer);
        }
    }

    private void WritePromises()
    {
        WriteHeading("Promises");
        if (_brief.Promises.IsEmpty) _parts.Add(new Prose(_words["NoPromises"]));
        else _parts.Add(new PlainList("", [.. _brief.Promises.Select(LineOf)]));
    }

    private string LineOf(Commitment promise)
    {
        string[] more =
        [
            .. promise.Owner.IsEmpty ? [] : new[] { _words["PromiseOwner", promise.Owner.OneLine()] },
            .. promise.By is { } by ? new[] { _words["PromiseBy", _report.Day(by)] } : [],
        ];
        return more.Length == 0 ? promise.What.OneLine() : $"{promise.What.OneLine()} ({string.Join(", ", more)})";
    }

    private void WritePoints()
    {
        if (_brief.Sections is not { } sections)
        {
            Write("Points", _words["NotPublished"]);
            return;
        }

        WriteHeading("Points");
        if (sections.IsEmpty) _parts.Add(new Prose(_words["NoPoints"]));
        for (var index = 0; index < sections.Count; index++)
            _parts.Add(new PointList(
                Section.KindOf(sections[index].Id),
                Next(2, _report.SectionOf(sections[index])),
                index == 0 ? _words["PointsFrom"] : "",
                sections[index].Points));
    }

    private void WriteNext()
    {
        WriteHeading("Next");
        var first = _brief.Promises.Select(promise => promise.By).Where(by => by is not null).Min();
        string[] steps =
        [
            .. _brief.Promises.IsEmpty ? []
                : new[] { first is { } by ? _words["NextPromises", _report.Day(by)] : _words["NextPromise"] },
            .. _brief.Sections is null ? new[] { _words["NextReport"] } : [],
            .. _brief.Facts.Network.IsEmpty || _brief.Promises.IsEmpty ? [] : new[] { _words["NextNetwork"] },
        ];
        _parts.Add(new PlainList("", steps.Length > 0 ? steps : [_words["NextNothing"]]));
    }

    private void Write(string heading, PlainText text)
    {
        WriteHeading(heading);
        _parts.Add(new Prose(text));
    }

    private void WriteHeading(string key, params object[] arguments) => _parts.Add(Next(1, _words[key, arguments]));

    private Heading Next(int level, string text) => new(level, text, $"del-{++_headings}");

    private string Capitalised(string text) => text.Length == 0 ? text : text[..1].ToUpper(_words.Culture) + text[1..];
}
