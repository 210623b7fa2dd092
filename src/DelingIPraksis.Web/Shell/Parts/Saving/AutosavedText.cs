using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The text of a field with autosave, and the stored text. Texts are compared in their stored form. The response to a text from this field
/// is recognised even when the server has normalised it, so only another person's change is a conflict.
/// </summary>
/// <param name="form">
/// Gives the stored and displayed form of a text: «9» becomes «09:00». A text that cannot be parsed is unchanged.
/// </param>
internal sealed class AutosavedText(Func<string, string> form)
{
    // The texts that were sent from this field and have not been rendered yet, the oldest first.
    private readonly List<string> _own = [];
    private string? _stored;
    private string? _base;
    private string? _sent;
    private bool _moved;

    /// <summary>The exact text in the field.</summary>
    public string Text { get; set; } = "";

    /// <summary>Another person's text, stored while the user was writing; or null. Nothing is sent until the user has chosen.</summary>
    public string? Theirs { get; private set; }

    /// <summary>Whether the text differs from the stored text.</summary>
    public bool Dirty => !Same(Text, _stored ?? "");

    /// <summary>Whether a text has been sent and the response decides the next step.</summary>
    public bool Sending => _sent is not null;

    /// <summary>The form of a text with several lines.</summary>
    public static string Plain(string text) => new PlainText(text).Value;

    public static string Line(string text) => new PlainText(text).OnOneLine.Value;

    /// <summary>Receives the stored text.</summary>
    public void Take(string stored)
    {
        if (_stored is null)
        {
            Text = _stored = _base = stored;
            return;
        }

        // A text that was sent earlier from this field is not a change by another person. This holds even when the user has typed more
        // since, or when the response itself has not come yet.
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

    /// <summary>The text to send now, or null.</summary>
    public string? Send()
    {
        if (_sent is not null || Theirs is not null || !Dirty) return null;
        (_moved, _sent) = (false, Text);
        _own.Add(_sent);
        return _sent;
    }

    /// <summary>
    /// Waits for the response. An immediate response, inside an event, comes before the change is rendered. If it were handled at once, the
    /// next render of the old text would be taken for another person's change.
    /// </summary>
    public async Task<bool> AnsweredAsync(Task<bool> answer)
    {
        var kept = await answer;
        await Task.Yield();
        Answered(kept);
        return kept;
    }

    /// <summary>Handles the response.</summary>
    public void Answered(bool kept)
    {
        if (_sent is not { } sent) return;
        _sent = null;
        if (!kept) _own.Remove(sent);
        // A text that has been rendered since the sending is newer than the response.
        else if (!_moved) _stored = _base = form(sent);
    }

    /// <summary>Handles that the field loses focus: it then shows the stored form.</summary>
    public void Left()
    {
        if (_stored is not null && _sent is null && Theirs is null && !Dirty) Text = _stored;
    }

    /// <summary>Keeps the user's text.</summary>
    public void KeepMine() => Choose(Text);

    /// <summary>Keeps the other person's text.</summary>
    public void TakeTheirs() => Choose(Theirs ?? Text);

    /// <summary>Keeps both texts, the other person's first. The board does the same when two people write in the same place.</summary>
    public void KeepBoth() => Choose(Theirs is { Length: > 0 } theirs ? $"{theirs}\n\n{Text}" : Text);

    private void Choose(string text) => (Text, Theirs, _base) = (text, null, _stored);

    private bool Same(string one, string? other) => other is not null && form(one) == form(other);
}
