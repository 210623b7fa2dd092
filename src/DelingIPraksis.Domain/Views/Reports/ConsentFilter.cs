using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Removes from a gathering everything that may not be published: withheld words are removed, softened words are replaced, and content that
/// the organiser has deselected is left out. The report is made from the result only, so no page or file needs to check consent. Silence
/// differs: unanswered words stay in the archive, and are in the publication according to the terms that the parties were told
/// (<c>docs/decisions/0007-what-silence-means.md</c>).
/// </summary>
internal sealed partial class ConsentFilter
{
    private const string Cut = "…";
    private readonly Gathering _gathering;
    private readonly bool _attributed;
    private readonly Dictionary<(Id<Party>, QuoteRef), Quote> _quotes = [];
    private readonly List<(Wording Words, PlainText? Instead)> _guarded = [];

    private ConsentFilter(Gathering gathering, bool attributed)
    {
        (_gathering, _attributed) = (gathering, attributed);
        if (gathering.Consent is not { } round) return;
        foreach (var quote in gathering.Parties.Keys.SelectMany(party => Quotes.AllOf(gathering, party)))
        {
            _quotes[(quote.Party, quote.Ref)] = quote;
            if (quote.Ref.Kind != QuoteKind.Name && !MayStand(quote)) _guarded.Add((new Wording(quote.Words), InsteadOf(quote)));
        }

        // Withheld words stay withheld when the note is edited or deleted.
        foreach (
            var answer in round.Answers.Values.SelectMany(answers => answers.Quotes).Where(answer => answer.Quote.Kind != QuoteKind.Name)
        )
        {
            if (answer.Verdict == QuoteVerdict.Withheld) _guarded.Add((new Wording(answer.Words), null));
            else if (answer.Verdict == QuoteVerdict.Softened) _guarded.Add((new Wording(answer.Words), answer.Instead));
        }

        // Withheld words last, so that no replacement text brings them back.
        _guarded = [.. _guarded.OrderBy(words => words.Instead is null)];
    }

    /// <summary>The gathering with what may be told.</summary>
    public static Gathering Of(Gathering gathering, bool attributed)
    {
        var agreed = new ConsentFilter(gathering, attributed);
        return agreed.Chosen(gathering.Consent is null ? gathering : agreed.Told());
    }

    /// <summary>The gathering for the archive: with names, everything that is not withheld, and each party's answers about it.</summary>
    public static Gathering ToKeep(Gathering gathering)
    {
        if (gathering.Consent is not { } round) return gathering;
        var agreed = new ConsentFilter(gathering, attributed: true);
        var tally = agreed.Tally();
        return agreed.Told() with { Consent = round with { Answers = agreed.AnswersToKeep(round), Earlier = tally with { Open = 0 } } };
    }

    /// <summary>Where a party's answer, or its silence, removes something that the organiser has written.</summary>
    public static IEnumerable<ReportFlaw> Flaws(Gathering gathering)
    {
        if (gathering.Consent is null) return [];
        var told = new ConsentFilter(gathering, attributed: false).Told();
        var points = told.Points.Select(point => point.Id).ToHashSet();
        return
        [
            .. gathering
                .Points.Where(point => !points.Contains(point.Id))
                .Select(point => new ReportFlaw(FlawKind.SilencedPoint, point.Text) { Point = point.Id }),
            .. told.Facts == gathering.Facts ? [] : new[] { new ReportFlaw(FlawKind.SilencedWords, gathering.Facts.Title) },
            .. told.Welcome.Says(gathering.Welcome) ? [] : new[] { new ReportFlaw(FlawKind.SilencedWords, "", ReportText.Welcome) },
            .. gathering
                .ReportTexts.Where(text => told.ReportTexts[text.Key] != text.Value)
                .Select(text => new ReportFlaw(FlawKind.SilencedWords, "", text.Key)),
            .. gathering
                .Blocks.Zip(told.Blocks)
                .Where(block => (block.First.Title, block.First.Introduction) != (block.Second.Title, block.Second.Introduction))
                .Select(block => new ReportFlaw(FlawKind.SilencedWords, block.First.Title) { Block = block.First.Id }),
            .. gathering
                .Blocks.Zip(told.Blocks)
                .SelectMany(block => block.First.Talks.Zip(block.Second.Talks))
                .Where(talk => !talk.First.Says(talk.Second))
                .Select(talk => new ReportFlaw(FlawKind.SilencedWords, talk.First.Title) { Talk = talk.First.Id }),
            .. gathering
                .Sections.Zip(told.Sections)
                .Where(section => section.First != section.Second)
                .Select(section => new ReportFlaw(FlawKind.SilencedWords, section.First.Title)),
        ];
    }

    private Gathering Told() => _gathering with
    {
        Facts = _gathering.Facts with
        {
            Title = Title(_gathering.Facts.Title),
            Network = Title(_gathering.Facts.Network),
            NetworkAbout = WithoutGuarded(_gathering.Facts.NetworkAbout),
            Host = Title(_gathering.Facts.Host),
            Place = Title(_gathering.Facts.Place),
            Ingress = WithoutGuarded(_gathering.Facts.Ingress),
            OriginalReport = _gathering.Facts.OriginalReport is { } report && MayLead(report) ? report : null,
        },
        Welcome = new Welcome(Told(_gathering.Welcome.Speakers), Told(_gathering.Welcome.Links)),
        Parties = _gathering.Parties.ToImmutableSortedDictionary(
            party => party.Key,
            party => party.Value with
            {
                Name = NameOf(party.Value),
                // In the publication, who does not want to be named is in no list.
                TookPart = _attributed || MayBeNamed(party.Key) ? party.Value.TookPart : false,
            }
        ),
        Workshop = _gathering.Workshop with
        {
            Theme = Title(_gathering.Workshop.Theme),
            Plan = _gathering.Workshop.Plan.ConvertAll(phase =>
                phase with
                {
                    ForPresenter = WithoutGuarded(phase.ForPresenter),
                    ForCommenter = WithoutGuarded(phase.ForCommenter),
                }
                ),
            Pairs = Told(_gathering.Workshop.Pairs),
            OtherRounds = _gathering.Workshop.OtherRounds?.ToImmutableSortedDictionary(round => round.Key, round => Told(round.Value)),
            Work = _gathering.Workshop.Work.ToImmutableSortedDictionary(work => work.Key, work => Told(work.Value)),
        },
        Points =
            [
                .. _gathering
                    .Points.Select(point => Say(point.Text) is { } text ? point with { Text = text } : null)
                    .OfType<Synthesis.Point>(),
            ],
        Sections = _gathering.Sections.ConvertAll(section => section with { Title = Title(section.Title) }),
        Groups = _gathering.Groups.ConvertAll(group => group with { Name = Title(group.Name) }),
        ReportTexts = _gathering.ReportTexts.ToImmutableSortedDictionary(text => text.Key, text => WithoutGuarded(text.Value)),
        Blocks = _gathering.Blocks.ConvertAll(block => block with
        {
            Title = Title(block.Title),
            Introduction = WithoutGuarded(block.Introduction),
            Talks = block.Talks.ConvertAll(talk => talk with
            {
                Title = Title(talk.Title),
                Speakers = Told(talk.Speakers),
                Summary = WithoutGuarded(talk.Summary),
                Links = Told(talk.Links),
                Files = talk.Files.ConvertAll(file => file with { Name = Title(file.Name) }),
            }),
        }),
        KeptPictures = _gathering.KeptPictures?.ConvertAll(picture => picture with
        {
            Caption = WithoutGuarded(picture.Caption),
            Alternative = WithoutGuarded(picture.Alternative),
            Credit = Title(picture.Credit),
        }),
        Publication = _gathering.Publication is { } publication
                ? publication with
                {
                    Corrections = publication.Corrections.ConvertAll(correction =>
                        correction with
                        {
                            What = WithoutGuarded(correction.What),
                        }
                    ),
                }
            : null,
    };

    private ImmutableList<Pair> Told(ImmutableList<Pair> pairs) =>
        _attributed ? pairs : [.. pairs.Select(Named).Where(pair => !pair.Members.IsEmpty)];

    private PartyWork Told(PartyWork work) => work with
    {
        Notes =
            [
                .. work.Notes.Select(note =>
                    Say(work.Party, QuoteRef.Note(note.Id), note.Text) is { } text
                        ? note with
                        {
                            Text = text,
                            Theme = Title(note.Theme),
                        }
                        : note with
                        {
                            Text = "",
                            Deleted = true,
                        }
                ),
            ],
        Texts = work.Texts.ToImmutableSortedDictionary(
            text => text.Key,
            text => text.Value with { Text = Say(work.Party, QuoteRef.Text(text.Key), text.Value.Text) ?? "" }
        ),
        Feedback = work.Feedback.ToImmutableSortedDictionary(given => given.Key, given => Told(work.Party, given.Key, given.Value)),
        EveryPromise = work.EveryPromise is null ? null
            : [.. work.Promises.Select(promise => Told(work.Party, promise)).OfType<Promise>()],
    };

    private Feedback Told(Id<Party> from, Id<Party> to, Feedback given) =>
        given.Written().Aggregate(given, (told, reply) =>
                told.With(
                    reply.Prompt,
                    reply.Part,
                    told.Reply(reply.Prompt, reply.Part) with
                    {
                        Text = Say(from, QuoteRef.Feedback(to, reply.Prompt, reply.Part), reply.Text) ?? "",
                    }
                )
        ) with
        { Answer = given.Answer with { Text = Say(to, QuoteRef.Answer(from), given.Answer.Text) ?? "" } };

    private Promise? Told(Id<Party> party, Promise promise)
    {
        var words = Quotes.WordsOf(promise.Commitment);
        return Say(party, QuoteRef.Promise(party, promise.Id), words) is not { } said ? null
            : said == words ? promise
            : promise with { Commitment = promise.Commitment with { What = said, Owner = "" } };
    }

    /// <summary>A party's words as they may be published, or null when they may not.</summary>
    private PlainText? Say(Id<Party> party, QuoteRef which, PlainText words) =>
        !_quotes.TryGetValue((party, which), out var quote) || MayStand(quote) ? words : InsteadOf(quote);

    /// <summary>A point as it may be published, or null when it says what a party does not want published.</summary>
    private PlainText? Say(PlainText point)
    {
        var text = new Wording(point);
        foreach (var (words, instead) in _guarded)
        {
            if (!words.IsContainedIn(text)) continue;
            if (instead is null) return null;
            text = new Wording(words.Replace(text, instead.Value) ?? instead.Value);
        }

        return text.Text;
    }

    /// <summary>Running text without the words that may not be published.</summary>
    private PlainText WithoutGuarded(PlainText prose)
    {
        var text = new Wording(prose);
        foreach (var (words, instead) in _guarded)
        {
            if (words.IsNear(text)) text = new Wording(instead ?? "");
            else if (words.Replace(text, instead ?? Cut) is { } replaced) text = new Wording(replaced);
        }

        return text.Text;
    }

    /// <summary>
    /// A title or a name without the words that may not be published. Short words in it count as the organiser's own: a block stays
    /// «Transport» even when a withheld note says the same.
    /// </summary>
    private PlainText Title(PlainText title)
    {
        var text = new Wording(title);
        foreach (var (words, _) in _guarded.Where(guarded => guarded.Words.IsDistinctive))
        {
            if (words.IsNear(text)) return Cut;
            if (words.Replace(text, Cut) is { } replaced) text = new Wording(replaced);
        }

        return text.Text;
    }

    private PlainText NameOf(Party party) =>
        !_attributed && _quotes.TryGetValue((party.Id, new QuoteRef(QuoteKind.Name)), out var name) && name.Verdict == QuoteVerdict.Softened
            ? name.Instead
            : party.Name;

    private Pair Named(Pair pair) => pair with { Members = pair.Members.RemoveAll(member => !MayBeNamed(member)) };

    private bool MayBeNamed(Id<Party> party) =>
        !_quotes.TryGetValue((party, new QuoteRef(QuoteKind.Name)), out var name) || MayStand(name) || InsteadOf(name) is not null;

    private ImmutableList<Speaker> Told(ImmutableList<Speaker> speakers) =>
        speakers.ConvertAll(speaker => new Speaker(Title(speaker.Name), Title(speaker.Organisation)));

    // An address can say in its path what a party has withheld.
    private ImmutableList<Link> Told(ImmutableList<Link> links) =>
        [.. links.Where(link => MayLead(link.Address)).Select(link => link with { Words = Title(link.Words) })];

    private bool MayLead(Uri address) => !_guarded.Exists(guarded => guarded.Words.IsIn(address));

    private Gathering Chosen(Gathering told)
    {
        var choices = told.ReportChoices;
        var workshop = told.Workshop;
        if (!choices.Names && !_attributed) workshop = workshop with { Pairs = [], OtherRounds = null };
        if (!choices.EmptyGroups)
            workshop = workshop with
            {
                Pairs = WithoutEmpty(workshop.Pairs),
                OtherRounds = workshop.OtherRounds?.ToImmutableSortedDictionary(round => round.Key, round => WithoutEmpty(round.Value)),
            };
        if (choices is { Feedback: true, Votes: true }) return told with { Workshop = workshop };
        return told with
        {
            Workshop = workshop with
            {
                Work = workshop.Work.ToImmutableSortedDictionary(work => work.Key, work => work.Value with
                {
                    Feedback = choices.Feedback ? work.Value.Feedback : ImmutableSortedDictionary<Id<Party>, Feedback>.Empty,
                    Notes = choices.Votes ? work.Value.Notes : work.Value.Notes.ConvertAll(note => note with { Votes = [] }),
                }),
            },
        };
    }

    private ImmutableList<Pair> WithoutEmpty(ImmutableList<Pair> pairs) =>
        pairs.RemoveAll(pair => pair.Members.All(member => HasWrittenNothing(member)));

    // A party that nobody else has seen anything from is not revealed by naming its group.
    private bool HasWrittenNothing(Id<Party> party) => _gathering.Workshop.WorkOf(party) is var work
        && work.Notes.TrueForAll(note => note.Deleted)
        && (!work.Presented || work.Texts.Values.All(text => text.Text.IsEmpty))
        && work.Feedback.Values.All(given => given.HandedOverAt is null)
        && work.Promises.IsEmpty;

    private bool MayStand(Quote quote) => quote.Verdict == QuoteVerdict.Approved || (quote.Verdict == QuoteVerdict.Open && SilenceStands);

    // The archive belongs to the organiser and loses nothing to silence. And when the consent round is cancelled, no answer is expected.
    private bool SilenceStands => _attributed || _gathering.Consent is null or { SilenceMeansYes: true } or { CalledOffAt: not null };

    private static PlainText? InsteadOf(Quote quote) => quote.Verdict == QuoteVerdict.Softened ? quote.Instead : (PlainText?)null;
}
