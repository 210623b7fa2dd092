namespace DelingIPraksis.Web.Shell;

/// <summary>A form that was sent and not taken, so that the page which says so can hand it back.</summary>
/// <param name="Action">Where it was sent, from the base of the service.</param>
/// <param name="Fields">What was written in it, without passwords and files.</param>
public sealed record RejectedForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Marks a request whose form a page of somebody else's has sent: it must not be handed on under our own name.</summary>
    internal static readonly object Foreign = new();

    /// <summary>
    /// The form of the request that this page answers, or null: it had none, it could not be read, or it was not sent by a page of ours.
    /// </summary>
    internal static async Task<RejectedForm?> OfAsync(HttpContext context)
    {
        if (context.Items.ContainsKey(Foreign) || !context.Request.HasFormContentType || FriendlyErrors.AskedFor(context) is not { } action)
            return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Files.Count > 0) return null;
            return new(
                action.TrimStart('/'),
                [.. from field in form where field.Key != Token && !IsSecret(field.Key) from value in field.Value select (field.Key, value)]
            );
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException)
        {
            // Cut off, or larger than we read.
            return null;
        }
    }

    private static bool IsSecret(string name) => name.Contains("passord", StringComparison.OrdinalIgnoreCase);
}
