namespace DelingIPraksis.Web.Shell;

/// <summary>A submitted form that was rejected. The error page gives it back to the user.</summary>
/// <param name="Action">The address it was sent to, from the base of the service.</param>
/// <param name="Fields">The field values, without passwords and files.</param>
public sealed record RejectedForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Marks a request with a form from a foreign site. Our pages must not send that form on under our own name.</summary>
    internal static readonly object Foreign = new();

    /// <summary>
    /// The form of the request that this page answers. Null when there is no form, when it cannot be read, or when a foreign site sent it.
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
            // The form was cut off, or is larger than the limit.
            return null;
        }
    }

    private static bool IsSecret(string name) => name.Contains("passord", StringComparison.OrdinalIgnoreCase);
}
