using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

// What somebody may correct. Each correction gives another report, so the one before can be shown again.
public sealed partial record EarlierReport
{
    /// <summary>The same with another role of a piece. What it was certain of no longer matters: somebody has decided it.</summary>
    public EarlierReport WithRole(int number, PieceRole role) => Change(number, piece => piece with
    {
        Role = role,
        Reason = LeftOutReason.Chosen,
        // What was left out as a heading gets its words back with a role.
        Text = piece.Text.IsEmpty ? piece.Original : piece.Text,
        Certainty = Certainty.Certain,
    });

    /// <summary>The same with another reason why a piece is left out.</summary>
    public EarlierReport LeftOutFor(int number, LeftOutReason reason) =>
        Change(number, piece => piece with { Reason = reason, Certainty = Certainty.Certain });

    /// <summary>The same with another text of a piece.</summary>
    public EarlierReport Written(int number, PlainText text) =>
        Change(number, piece => piece with { Text = text, Certainty = Certainty.Certain });

    /// <summary>The same with other speakers of a piece.</summary>
    public EarlierReport SpokenBy(int number, ImmutableList<Speaker> speakers) =>
        Change(number, piece => piece with { Speakers = speakers, Certainty = Certainty.Certain });

    /// <summary>
    /// The same with a piece divided: at its blank lines, else at its line breaks, else into its sentences. A text that is one sentence
    /// stays whole.
    /// </summary>
    public EarlierReport Divided(int number)
    {
        var at = PlaceOf(number);
        if (at < 0) return this;
        var piece = Pieces[at];
        var parts = Parts(piece.Text.Value);
        if (parts.Count < 2) return this;
        var next = Pieces.Max(other => other.Number) + 1;
        var divided = parts.Select((part, place) => piece with
        {
            Number = place == 0 ? piece.Number : next + place - 1,
            Text = part,
            // The original stays with the first, so that its words are counted once.
            Original = place == 0 ? piece.Original : "",
            Speakers = place == 0 ? piece.Speakers : [],
            Links = piece.Links.FindAll(link => place == 0 || part.Contains(link.Words, StringComparison.Ordinal)),
            // The second part of a title is what was said.
            Role = place > 0 && piece.Role is PieceRole.Talk or PieceRole.TalkAlone && place > 0 ? PieceRole.TalkText
                : place > 0 && piece.Role == PieceRole.Block ? PieceRole.BlockText
                : piece.Role,
        });
        return this with { Pieces = Pieces.RemoveAt(at).InsertRange(at, divided) };
    }

    /// <summary>The same with a piece joined to the one above, which keeps its role.</summary>
    public EarlierReport Joined(int number)
    {
        var at = PlaceOf(number);
        if (at < 1) return this;
        var (above, piece) = (Pieces[at - 1], Pieces[at]);
        var isLine = above.Role is PieceRole.Talk or PieceRole.TalkAlone or PieceRole.Block or PieceRole.Section or PieceRole.Barrier
            or PieceRole.Opportunity or PieceRole.Ask or PieceRole.Point;
        var joined = above with
        {
            Text = $"{above.Text}{(isLine ? " " : "\n\n")}{(piece.Text.IsEmpty ? piece.Original : piece.Text)}",
            Original = $"{above.Original}\n{piece.Original}",
            Speakers = [.. above.Speakers, .. piece.Speakers],
            Links = [.. above.Links, .. piece.Links],
            Certainty = Certainty.Certain,
        };
        return this with { Pieces = Pieces.RemoveAt(at).SetItem(at - 1, joined) };
    }

    /// <summary>The same with a piece some places further down, or up. A title of a block or a talk takes what belongs to it
    /// along.</summary>
    public EarlierReport Moved(int number, int steps)
    {
        var at = PlaceOf(number);
        if (at < 0) return this;
        var length = 1 + Pieces.Skip(at + 1).TakeWhile(other => BelongsTo(Pieces[at].Role, other.Role)).Count();
        var moved = Pieces.GetRange(at, length);
        var rest = Pieces.RemoveRange(at, length);
        var to = at;
        for (var step = 0; step < Math.Abs(steps); step++)
        {
            to += Math.Sign(steps);
            // It is not set down in the middle of what belongs together.
            while (to > 0 && to < rest.Count && length > 1 && BelongsTo(Pieces[at].Role, rest[to].Role)) to += Math.Sign(steps);
        }

        return this with { Pieces = rest.InsertRange(Math.Clamp(to, 0, rest.Count), moved) };
    }

    /// <summary>The same with another party; the same party is not added twice.</summary>
    public EarlierReport WithParty(FoundParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return Parties.Exists(there => there.Name == party.Name && there.Kind == party.Kind) ? this
            : this with { Parties = Parties.Add(party) };
    }

    /// <summary>The same without a party, and without the pairs it was in.</summary>
    /// <param name="place">Its place in <see cref="Parties"/>.</param>
    public EarlierReport WithoutParty(int place) => place < 0 || place >= Parties.Count ? this : this with
    {
        Parties = Parties.RemoveAt(place),
        Pairs = [.. Pairs.Where(pair => !pair.Contains(place)).Select(pair => pair.ConvertAll(other => other > place ? other - 1 : other))],
    };

    /// <summary>The same with another pair, or a group of three; those in it leave the pair they were in.</summary>
    public EarlierReport WithPair(ImmutableList<int> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var members = places.Where(place => place >= 0 && place < Parties.Count).Distinct().ToImmutableList();
        return members.Count is < 2 or > 3 ? this
            : this with { Pairs = Pairs.RemoveAll(pair => pair.Exists(members.Contains)).Add(members) };
    }

    private static bool BelongsTo(PieceRole title, PieceRole role) => title switch
    {
        PieceRole.Talk or PieceRole.TalkAlone => role is PieceRole.TalkText or PieceRole.Link or PieceRole.Told,
        PieceRole.Block => role is PieceRole.BlockText or PieceRole.Talk or PieceRole.TalkText or PieceRole.Link or PieceRole.Told,
        PieceRole.Section => role is PieceRole.Point,
        _ => false,
    };

    private static List<string> Parts(string text)
    {
        foreach (var mark in new[] { "\n\n", "\n" })
            if (text.Split(mark,
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts) return [.. parts];
        return [.. PeopleInText.Sentences(text)];
    }

    private int PlaceOf(int number) => Pieces.FindIndex(piece => piece.Number == number);

    private EarlierReport Change(int number, Func<Piece, Piece> change)
    {
        var at = PlaceOf(number);
        return at < 0 ? this : this with { Pieces = Pieces.SetItem(at, change(Pieces[at])) };
    }
}
