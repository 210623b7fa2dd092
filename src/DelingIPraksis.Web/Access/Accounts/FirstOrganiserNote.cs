using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>Prints the link for the first organiser, as long as there is none.</summary>
internal sealed class FirstOrganiserNote(FirstOrganiser first) : IStartupNote
{
    public async Task<IReadOnlyList<string>> LinesAsync(string address) => await first.OfferAsync() is { } token
        ? [$"Første arrangør, lenken virker én gang: {address}/{Addresses.OfFirstOrganiser(token)}"]
        : [];
}
