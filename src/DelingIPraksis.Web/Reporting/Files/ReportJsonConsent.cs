using System.ComponentModel;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Files;

[Description(
    "That the parties were asked what they may be quoted on. Words that were withheld are nowhere in this file; those that were softened "
    + "say what the party wants said; those that nobody has answered for are here as they were written."
)]
public sealed record ConsentJson(
    [property: Description("When they were asked, UTC.")] DateTimeOffset? AskedAt,
    [property: Description("How long they could answer, UTC.")] DateTimeOffset? Until,
    [property: Description("Whether words that nobody has answered for may stand in the publication; false when left out.")]
        bool? SilenceMeansYes,
    [property: Description("When they were no longer asked, UTC.")] DateTimeOffset? CalledOffAt,
    [property: Description("An earlier deadline that they were told, UTC.")] DateTimeOffset? UntilBefore,
    [property: Description("How many of the parties' words are left out of this file, since they were withheld.")] int? Withheld,
    [property: Description("How many say something else than was written, since the party wanted other words.")] int? Softened,
    [property: Description("How many nobody has answered for. Not read when taken in: the answers tell.")] int? Unanswered,
    [property: Description("What each party has answered, as far as the words are in this file.")]
        IReadOnlyList<ConsentOfPartyJson>? Parties
);

[Description("What one party has answered.")]
public sealed record ConsentOfPartyJson(
    [property: Description("Which.")] string? Party,
    [property: Description("When it last answered, UTC.")] DateTimeOffset? At,
    [property: Description(
        "What it says of being named in the publication: approved, softened or withheld. The archive names it all the same."
    )]
        QuoteVerdict? Name,
    [property: Description("What it wants to be called there, when softened.")] string? NameInstead,
    [property: Description("The ids of the notes that it has approved.")] IReadOnlyList<string>? Notes,
    [property: Description("Whether it has approved what it takes home; the first when there are several.")] bool? Commitment,
    [property: Description("The fields it has approved of what it presented.")] IReadOnlyList<TextField>? Texts,
    [property: Description("The feedback it has approved.")] IReadOnlyList<ConsentOfFeedbackJson>? Feedback,
    [property: Description("Whom it has approved its answer to.")] IReadOnlyList<string>? Answers)
{
    [Description("The numbers of the promises it has approved, from 2; the first is commitment. Left out when there are none.")]
    public IReadOnlyList<int>? Promises { get; init; }
}

[Description("Feedback that was approved by the one who gave it.")]
public sealed record ConsentOfFeedbackJson(
    [property: Description("Whom it was for.")] string? To,
    [property: Description("Which prompt it answers.")] FeedbackPrompt? Prompt,
    [property: Description("What it is about.")] FeedbackPart? About);

/// <summary>Converts the parties' answers to JSON.</summary>
internal sealed class ConsentToJson(ConsentRound round, ArchiveKeys keys, IReadOnlyDictionary<Id<Party>, PartyWork> work)
{
    public ConsentJson Of(int unanswered) => new(
        round.AskedAt, round.Until, round.SilenceMeansYes, round.CalledOffAt, round.UntilBefore, round.Earlier.Withheld,
        round.Earlier.Softened, unanswered,
        [
            .. round
                .Answers.OrderBy(answers => keys.OrderOf(answers.Key))
                .Select(answers => Of(keys.Of(answers.Key), answers.Key, answers.Value)),
        ]
    );

    private ConsentOfPartyJson Of(string key, Id<Party> party, PartyAnswers answers)
    {
        var kinds = answers.Quotes.ToLookup(answer => answer.Quote.Kind);
        var name = kinds[QuoteKind.Name].FirstOrDefault();
        var made = work.TryGetValue(party, out var own) ? own.Promises : [];
        var approved = kinds[QuoteKind.Commitment].Select(answer => answer.Quote).ToHashSet();
        var promises = made.Index()
            .Where(promise => approved.Contains(QuoteRef.Promise(party, promise.Item.Id))).Select(promise => promise.Index + 1).ToList();
        return new(
            key, answers.At, name?.Verdict, name is { Verdict: QuoteVerdict.Softened } ? name.Instead.Value : null,
            OrNothing(kinds[QuoteKind.Note].Select(answer => keys.Of(new NoteRef(party, new(answer.Quote.Of))))),
            promises.Contains(1) ? true : null,
            OrNothing(kinds[QuoteKind.Text].Select(answer => (TextField)answer.Quote.Part)),
            OrNothing(
                kinds[QuoteKind.Feedback]
                    .Select(answer => new ConsentOfFeedbackJson(
                        keys.Of(new Id<Party>(answer.Quote.Of)),
                        (FeedbackPrompt)answer.Quote.Part,
                        answer.Quote.About
                    ))
            ),
            OrNothing(kinds[QuoteKind.Answer].Select(answer => keys.Of(new Id<Party>(answer.Quote.Of)))))
        {
            Promises = OrNothing(promises.Where(number => number > 1)),
        };
    }

    private static List<T>? OrNothing<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
