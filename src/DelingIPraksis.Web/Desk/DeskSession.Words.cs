using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Themes;

namespace DelingIPraksis.Web.Desk;

public sealed partial class DeskSession
{
    private const int WordsSaid = 3;

    // A network's words are in no gathering's log, so a change is undone only on the screen that made it.
    private readonly Stack<WordStep> _words = [];
    private readonly Dictionary<long, WordStep> _learnt = [];

    /// <summary>What was done last and can be undone, in words; null when there is nothing.</summary>
    public string? LastDone =>
        LastWords is { } changed ? changed.Status
        : Last is not { } last ? null
        : _learnt.TryGetValue(last.Step.Entries[^1].Sequence, out var learnt) ? $"{last.Words} {learnt.Status}"
        : last.Words;

    /// <summary>How many changes of the network's words can be undone here.</summary>
    internal int WordSteps => _words.Count;

    private WordStep? LastWords =>
        _words.TryPeek(out var changed) && !(Last?.Step.Entries[^1].Sequence > changed.After) ? changed : null;

    /// <inheritdoc/>
    public override async Task<string?> UndoAsync()
    {
        if (LastWords is not { } changed)
        {
            var done = Last?.Step.Entries[^1].Sequence;
            if (await base.UndoAsync() is { } refused) return refused;
            return done is { } last && _learnt.Remove(last, out var learnt) ? await BackAsync(learnt.Changed) : null;
        }

        _words.Pop();
        var fault = await BackAsync(changed.Changed);
        Tell(changed.Status, fault);
        _changed();
        return fault;
    }

    /// <inheritdoc/>
    public override void ForgetDone()
    {
        _words.Clear();
        base.ForgetDone();
    }

    /// <summary>The lexicon for the network's notes; the built-in one while the storage is unavailable.</summary>
    public async Task<Lexicon> LexiconAsync()
    {
        try
        {
            return await _services.Lexicons.LexiconOfAsync(await KeyAsync());
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return Lexicon.Standard;
        }
    }

    /// <summary>What the network has added to it, learnt and removed.</summary>
    public async Task<NetworkLexicon> OwnWordsAsync() => await _services.Lexicons.OfAsync(await KeyAsync());

    /// <summary>Changes the network's words. It can be undone.</summary>
    /// <returns>The reason for a refusal; null when it is stored.</returns>
    public async Task<string?> ChangeWordsAsync(Func<NetworkLexicon, NetworkLexicon> change, string said)
    {
        if (!Owns) return null;
        (NetworkLexicon, NetworkLexicon)? changed = null;
        if (await StoreAsync(async () => changed = await ChangedAsync(change)) is { } fault) return fault;
        if (changed is not { } words) return _services.Lexicon["TooMuch"];
        _words.Push(new(View.Sequence, said, words));
        Say(said);
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
            if (words.Count == 0 || Last is not { } grouped) return;
            var said = _services.Lexicon[
                words.Count > WordsSaid ? "LearntMore" : "Learnt",
                string.Join(", ", words.Take(WordsSaid)),
                words.Count - WordsSaid
            ];
            _learnt[grouped.Step.Entries[^1].Sequence] = new(View.Sequence, said, learnt);
            _changed();
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            // The groups are stored all the same. Only the learning is lost.
        }
    }

    private IEnumerable<PlainText> TextsOf(NoteGroup group) => group.Notes.Select(NoteOf).OfType<Note>().Select(note => note.Text);

    private Task<string?> BackAsync((NetworkLexicon Before, NetworkLexicon After) changed) =>
        StoreAsync(() => ChangedAsync(now => now.Revert(changed.Before, changed.After)));

    // The words before and after; null when they exceed the limit of a network.
    private async Task<(NetworkLexicon Before, NetworkLexicon After)?> ChangedAsync(Func<NetworkLexicon, NetworkLexicon> change)
    {
        var (before, wanted) = (NetworkLexicon.Empty, NetworkLexicon.Empty);
        var after = await _services.Lexicons.ChangeAsync(await KeyAsync(), now => wanted = change(before = now));
        return ReferenceEquals(after, wanted) ? (before, after) : null;
    }

    private Task<LexiconKey> KeyAsync() => _services.Lexicons.KeyOfAsync(View.Id);

    /// <summary>The network's words were changed.</summary>
    /// <param name="After">The place in the log of what was done before it.</param>
    /// <param name="Status">What was done.</param>
    /// <param name="Changed">The words as they were, and as they became.</param>
    private sealed record WordStep(long After, string Status, (NetworkLexicon Before, NetworkLexicon After) Changed);
}
