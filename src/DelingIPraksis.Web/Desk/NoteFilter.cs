using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Web.Desk;

/// <summary>Which notes the desk shows.</summary>
/// <param name="Kind">Only one kind, or null.</param>
/// <param name="Pair">Only one pair, or null.</param>
/// <param name="Unused">Only those that stand behind no point.</param>
/// <param name="Words">Words that must all be there, in the note or in the name of who wrote it.</param>
internal sealed record NoteFilter(NoteKind? Kind = null, Id<Pair>? Pair = null, bool Unused = false, string Words = "")
{
    private static readonly CompareInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    public IReadOnlyList<BoardNote> Of(GatheringView view, IReadOnlyList<BoardNote> notes, Coverage coverage)
    {
        var members = Pair is { } id ? view.Pairs.FirstOrDefault(pair => pair.Id == id)?.Members : null;
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. notes.Where(note =>
            (Kind is null || note.Note.Kind == Kind)
            && (members is null || members.Contains(note.Where.Party))
            && !(Unused && coverage.IsUsed(note.Where))
            && words.All(word => Has(note.Note.Text.Value, word) || Has(view.Party(note.Where.Party)?.Name.Value ?? "", word)))];
    }

    private static bool Has(string text, string word) => Norwegian.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
