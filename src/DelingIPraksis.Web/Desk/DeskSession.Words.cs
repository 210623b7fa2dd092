using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Texts;
using DelingIPraksis.Web.Themes;

namespace DelingIPraksis.Web.Desk;

public sealed partial class DeskSession
{
    private const int WordsSaid = 3;

    /// <summary>The lexicon that the network's notes are read by; the product's own while the storage is away.</summary>
    public async Task<Lexicon> LexiconAsync()
    {
        try
        {
            return await _services.Lexicons.LexiconOfAsync(await KeyAsync());
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            return Lexicon.Standard;
        }
    }

    /// <summary>What the network has added to it, learnt and taken away.</summary>
    public async Task<NetworkLexicon> OwnWordsAsync() => await _services.Lexicons.OfAsync(await KeyAsync());

    /// <summary>Changes the network's words, with a way back.</summary>
    /// <returns>What stood in the way, in words; null when it is kept.</returns>
    public async Task<string?> ChangeWordsAsync(Func<NetworkLexicon, NetworkLexicon> change, string said)
    {
        if (!Owns) return null;
        try
        {
            if (await ChangedAsync(change) is not { } changed) return _services.Lexicon["TooMuch"];
            _done.Push(new DeskUndo(said, () => BackAsync(changed)));
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            return _services.Refusals.SayNotStored();
        }

        _services.Announcer.Say(said);
        _changed();
        return null;
    }

    // A grouping that was accepted teaches words for the next one, and what it taught goes the same way back as the grouping. A group made
    // by hand teaches only when it has the name of a theme: another name says nothing of what its notes are about.
    private async Task LearnAsync(ImmutableList<Id<NoteGroup>> accepted, bool byHand)
    {
        try
        {
            var lexicon = await LexiconAsync();
            var groups = View.Groups.ToLookup(group =>
                accepted.Contains(group.Id) && (!byHand || lexicon.Named(group.Name.Value) is not null)
            );
            var others = groups[false].SelectMany(TextsOf).ToList();
            var groupings = groups[true]
                .Select(group => new AcceptedGrouping(
                    lexicon.Named(group.Name.Value)?.Key,
                    ThemeName.AsWritten(group.Name.Value),
                    [.. TextsOf(group)]
                ))
                .ToList();
            if (
                groupings.Count == 0
                || await ChangedAsync(own => own.Learn(Lexicon.Standard, groupings, View.Facts.Title.Value, others)) is not { } learnt
            )
                return;
            var words = learnt.After.Words.Except(learnt.Before.Words).Select(word => $"«{word.Word.Text}»").ToList();
            if (words.Count == 0 || !_done.TryPop(out var grouped)) return;
            var said = _services.Lexicon[
                words.Count > WordsSaid ? "LearntMore" : "Learnt",
                string.Join(", ", words.Take(WordsSaid)),
                words.Count - WordsSaid
            ];
            _done.Push(new DeskUndo($"{grouped.Words} {said}", async () => await grouped.BackAsync() ?? await BackAsync(learnt)));
            _changed();
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            // The groups stand; there will be other groupings to learn from.
        }
    }

    private IEnumerable<PlainText> TextsOf(NoteGroup group) => group.Notes.Select(NoteOf).OfType<Note>().Select(note => note.Text);

    private async Task<string?> BackAsync((NetworkLexicon Before, NetworkLexicon After) changed)
    {
        try
        {
            await ChangedAsync(now => now.Back(changed.Before, changed.After));
            return null;
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            return _services.Refusals.SayNotStored();
        }
    }

    // As it was and as it became; null when it would be more than a network may have.
    private async Task<(NetworkLexicon Before, NetworkLexicon After)?> ChangedAsync(Func<NetworkLexicon, NetworkLexicon> change)
    {
        var (before, wanted) = (NetworkLexicon.Empty, NetworkLexicon.Empty);
        var after = await _services.Lexicons.ChangeAsync(await KeyAsync(), now => wanted = change(before = now));
        return ReferenceEquals(after, wanted) ? (before, after) : null;
    }

    private Task<LexiconKey> KeyAsync() => _services.Lexicons.KeyOfAsync(View.Id, View.Facts.Network);
}
