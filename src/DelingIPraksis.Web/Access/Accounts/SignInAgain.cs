using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Pages;

namespace DelingIPraksis.Web.Access.Accounts;

/// <inheritdoc/>
internal sealed class SignInAgain(IVisitor visitor) : ISignIn
{
    public async ValueTask<string?> AddressAsync(string back) =>
        await visitor.AsAccountAsync() is Actor.Stranger
            ? Addresses.SignInTo(back)
            : null;
}
