using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>From what somebody typed to a gathering, no faster than guessing may be.</summary>
internal sealed class CodeLookup(JoinCodes codes, GuessLimit limit)
{
    /// <summary>
    /// The gathering, or why there is none. A code that is unknown, old, or belongs to a deleted gathering gets the same answer.
    /// </summary>
    public async Task<CodeFound> FindAsync(string? typed, IPAddress? from)
    {
        // What cannot be a code guesses nothing.
        if (!DoorCode.TryParse(typed, out var code))
            return new(null, string.IsNullOrWhiteSpace(typed) ? CodeAnswer.NoCode : CodeAnswer.NotACode);
        if (!await limit.AdmitAsync(from)) return new(null, CodeAnswer.TooManyTries);
        if (await codes.FindAsync(code) is { } gathering) return new(gathering, CodeAnswer.Known);
        limit.Missed(from);
        return new(null, CodeAnswer.UnknownCode);
    }
}

/// <summary>What a lookup gave.</summary>
internal sealed record CodeFound(Id<Gathering>? Gathering, CodeAnswer Answer);

/// <summary>The answers to a code; each but the first has words of its own.</summary>
internal enum CodeAnswer
{
    Known,
    NoCode,
    NotACode,
    UnknownCode,
    TooManyTries,
}
