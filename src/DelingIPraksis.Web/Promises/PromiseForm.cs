using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.Extensions.Primitives;

namespace DelingIPraksis.Web.Promises;

/// <summary>
/// What was sent from the section of promises: one press, and perhaps why. A hidden field says which answer was read, so that two who
/// answer at once do not overwrite each other unseen.
/// </summary>
internal sealed class PromiseForm
{
    private readonly Dictionary<string, StringValues> _fields;

    private PromiseForm(Dictionary<string, StringValues> fields) => _fields = fields;

    /// <summary>A form that has not been sent.</summary>
    public static PromiseForm Empty { get; } = new([]);

    public static string Button => "svar";

    public static PromiseForm Of(IFormCollection sent) => new(sent.ToDictionary());

    public static string Why(Promise promise) => $"hvorfor-{promise.Id}";

    public static string Read(Promise promise) => $"lest-{promise.Id}";

    /// <summary>The value of the button that gives an answer; without a state the answer is taken back.</summary>
    public static string Press(Promise promise, PromiseState? state) => $"{promise.Id}/{state}";

    /// <summary>The answer that is there, as the hidden field says it.</summary>
    public static string Mark(Promise promise) => promise.Answer?.At.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "0";

    /// <summary>The words of a field: those that were sent, or those that are stored.</summary>
    public PlainText WhyOf(Promise promise) =>
        _fields.TryGetValue(Why(promise), out var sent) ? sent.ToString() : promise.Answer?.Why ?? default;

    /// <summary>Whether something is written for a promise that has no answer yet: it cannot be stored, and must not be lost.</summary>
    public bool IsHeldBack(Promise promise) => promise.Answer is null && !WhyOf(promise).IsEmpty;

    /// <summary>What was pressed, or null.</summary>
    public (Promise Promise, PromiseState? State)? Pressed(IEnumerable<Promise> promises)
    {
        if (_fields.GetValueOrDefault(Button).ToString().Split('/') is not [var id, var state]) return null;
        if (promises.FirstOrDefault(promise => promise.Id.ToString() == id) is not { } found) return null;
        if (state.Length == 0) return (found, null);
        return Enum.TryParse<PromiseState>(state, out var known) && Enum.GetName(known) == state ? (found, known) : null;
    }

    /// <summary>Whether somebody else has answered since the form was shown.</summary>
    public bool IsOutdated(Promise promise) => _fields.TryGetValue(Read(promise), out var read) && read.ToString() != Mark(promise);
}
