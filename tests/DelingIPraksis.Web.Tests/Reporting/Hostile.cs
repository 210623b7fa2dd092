using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>A gathering with the same hostile text in every field that a person can write in.</summary>
internal static class Hostile
{
    public static Gathering Everywhere(string text)
    {
        var line = HostileTexts.Line(text);
        var whole = SampleGathering.Whole().Now;
        return whole with
        {
            Facts = whole.Facts with { Title = line, Network = line, NetworkAbout = text, Host = line, Place = line },
            Blocks =
            [
                .. whole.Blocks.Select(block =>
                    block with
                    {
                        Title = line,
                        Introduction = text,
                        Talks = block.Talks.ConvertAll(talk =>
                            talk with
                            {
                                Title = $"{line}!",
                                Summary = text,
                                Speakers = [new Speaker(line, line)],
                                Links = [.. talk.Links.Select(link => link with { Words = line })],
                            }
                        ),
                    }
                ),
            ],
            Welcome = new Welcome([new Speaker(line, line)], []),
            Parties = whole.Parties.ToImmutableSortedDictionary(party => party.Key, party => party.Value with { Name = line }),
            ReportTexts = Enum.GetValues<ReportText>().ToImmutableSortedDictionary(part => part, _ => new PlainText(text)),
            Points = whole.Points.ConvertAll(point => point with { Text = text }),
            Workshop = whole.Workshop with
            {
                Theme = line,
                Work = whole.Workshop.Work.ToImmutableSortedDictionary(work => work.Key, work => Everywhere(work.Value, text)),
            },
        };
    }

    private static PartyWork Everywhere(PartyWork work, PlainText text) => work with
    {
        Notes = work.Notes.ConvertAll(note => note with { Text = text }),
        Texts = work.Texts.ToImmutableSortedDictionary(field => field.Key, field => field.Value with { Text = text }),
        Feedback = work.Feedback.ToImmutableSortedDictionary(feedback => feedback.Key, feedback => feedback.Value with
        {
            Replies = Everywhere(feedback.Value.Replies, text),
            OnChallenge = Everywhere(feedback.Value.OnChallenge, text),
            OnSolutions = Everywhere(feedback.Value.OnSolutions, text),
            Answer = feedback.Value.Answer with { Text = text },
        }),
        EveryPromise = work.EveryPromise?.ConvertAll(promise => promise with { Commitment = new(text, text, promise.Commitment.By) }),
    };

    private static ImmutableSortedDictionary<FeedbackPrompt, WrittenText> Everywhere(
        ImmutableSortedDictionary<FeedbackPrompt, WrittenText> replies,
        PlainText text
    ) => replies.ToImmutableSortedDictionary(reply => reply.Key, reply => reply.Value with { Text = text });
}
