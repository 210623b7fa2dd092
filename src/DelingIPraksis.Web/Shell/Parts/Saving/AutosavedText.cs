using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The text of a field that saves itself, beside what is stored. Texts are compared in the form they are stored in: the answer to what was
/// sent from here is recognised however the server has written it, so that only somebody else's change is a conflict.
/// </summary>
/// <param name="form">The form a text is stored and shown in: «9» is «09:00». A text that is not understood stays as it is.</param>
internal sealed class AutosavedText(Func<string, string> form)
{
    // What was sent from here and has not been shown yet, the oldest first.
    private readonly List<string> _own = [];
    private string? _stored;
    private string? _base;
    private string? _sent;
    private bool _moved;

    /// <summary>What stands in the field, letter for letter.</summary>
    public string Text { get; set; } = "";

    /// <summary>What somebody else has stored while this was written, or null. Nothing is sent before one of the two is chosen.</summary>
    public string? Theirs { get; private set; }

    /// <summary>Whether the field says something else than what is stored.</summary>
    public bool Dirty => !Same(Text, _stored ?? "");

    /// <summary>Whether something is on its way, and the answer decides what is to be done next.</summary>
    public bool Sending => _sent is not null;

    /// <summary>The form of a running text.</summary>
    public static string Plain(string text) => new PlainText(text).Value;

    /// <summary>The form of a text on one line.</summary>
    public static string Line(string text) => new PlainText(text).OnOneLine.Value;

    /// <summary>What is stored now.</summary>
    public void Take(string stored)
    {
        if (_stored is null)
        {
            Text = _stored = _base = stored;
            return;
        }

        // Text sent earlier from here is no news, also when more has been typed since or the answer itself has not come yet.
        var own = _own.FindIndex(sent => Same(stored, sent));
        if (own >= 0) _own.RemoveRange(0, own + 1);
        if (own >= 0 && _own.Exists(kept => kept != _sent)) return;
        var (dirty, isNews) = (Dirty, !Same(stored, _stored));
        _stored = stored;
        if (!isNews) return;
        _moved = true;
        if (dirty && own < 0 && !Same(stored, Text) && !Same(stored, _base))
        {
            Theirs = stored;
            return;
        }

        if (!dirty && own < 0) Text = stored;
        (Theirs, _base) = (null, stored);
    }

    /// <summary>What is to be sent now, or null.</summary>
    public string? Send()
    {
        if (_sent is not null || Theirs is not null || !Dirty) return null;
        (_moved, _sent) = (false, Text);
        _own.Add(_sent);
        return _sent;
    }

    /// <summary>
    /// Waits for the answer to what was sent. One that came at once, inside an event, came before what it changed was drawn: heard at once,
    /// the old text that is drawn once more would be taken for news.
    /// </summary>
    public async Task<bool> AnsweredAsync(Task<bool> answer)
    {
        var kept = await answer;
        await Task.Yield();
        Answered(kept);
        return kept;
    }

    /// <summary>The answer to what was sent.</summary>
    public void Answered(bool kept)
    {
        if (_sent is not { } sent) return;
        _sent = null;
        if (!kept) _own.Remove(sent);
        // What has been shown since it was sent is newer than the answer.
        else if (!_moved) _stored = _base = form(sent);
    }

    /// <summary>The field is left: it shows the form that all others see.</summary>
    public void Left()
    {
        if (_stored is not null && _sent is null && Theirs is null && !Dirty) Text = _stored;
    }

    /// <summary>What was written here is to stand.</summary>
    public void KeepMine() => Choose(Text);

    /// <summary>What somebody else wrote is to stand.</summary>
    public void TakeTheirs() => Choose(Theirs ?? Text);

    /// <summary>Both are to stand, theirs first, as where two write at the same place on the board.</summary>
    public void KeepBoth() => Choose(Theirs is { Length: > 0 } theirs ? $"{theirs}\n\n{Text}" : Text);

    private void Choose(string text) => (Text, Theirs, _base) = (text, null, _stored);

    private bool Same(string one, string? other) => other is not null && form(one) == form(other);
}
