using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console;

/// <summary>A message to everybody, to the pairs that are behind, or to one pair.</summary>
public partial class MessagePanel : GatheringPart<ConsoleSession>
{
    private const string Laggards = "laggards";
    private string _draft = "";
    private string _to = "";

    [Parameter]
    public PresenceSnapshot Presence { get; set; } = PresenceSnapshot.Nobody;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    /// <summary>Whether there is an unsent message.</summary>
    public bool HasDraft => _draft.Trim().Length > 0;

    private List<Pair> Lagging =>
        [.. PairsNow.Of(View, Presence, Time.GetUtcNow()).Where(state => state.IsLagging).Select(state => state.Pair)];

    private async Task SendAsync()
    {
        var text = new PlainText(_draft);
        if (text.IsEmpty)
        {
            Status = T["MessageEmpty"];
            return;
        }

        // The text stays in the field until it is stored.
        if (!await AskAsync(new MessageSent(text, Recipients()))) return;
        _draft = _to = "";
    }

    private ImmutableSortedSet<Id<Party>>? Recipients() => _to switch
    {
        "" => null,
        Laggards => [.. Lagging.SelectMany(pair => pair.Members)],
        _ => [.. View.Pairs.Where(pair => pair.Id.ToString() == _to).SelectMany(pair => pair.Members)],
    };
}
