using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The result of making an account: the account, or the faults by field, in the words of the reader.</summary>
/// <param name="Account">The account, which has signed in; null with a fault.</param>
public sealed record NewAccount(Actor.Account? Account)
{
    /// <summary>What is wrong with the name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What is wrong with the address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>What is wrong with the password, or null.</summary>
    public string? Password { get; init; }

    /// <summary>What is wrong with all of it, or null.</summary>
    public string? Whole { get; init; }

    /// <summary>No account, and no fault: nothing has been tried yet.</summary>
    public static readonly NewAccount NotTried = new((Actor.Account?)null);
}

/// <summary>Makes an account for somebody who has a link to a role, and signs it in.</summary>
internal sealed class NewAccounts(SignInManager<AppUser> signIn, SignInLimit limit, IStringLocalizer<AccessTexts> texts)
{
    private const string Asking = "colleague's link";

    /// <summary>Makes the account.</summary>
    /// <param name="token">
    /// The token of the link. A taken address tells that somebody has an account, and does not use up the link. So attempts are counted for
    /// the link, whatever addresses are tried with it.
    /// </param>
    /// <param name="nameField">The name, as typed.</param>
    /// <param name="emailField">The address, as typed.</param>
    /// <param name="passwordField">The password, as typed.</param>
    public async Task<NewAccount> MakeAsync(string token, string? nameField, string? emailField, string? passwordField)
    {
        var name = new PlainText(nameField).OnOneLine;
        var (email, password) = (EmailAddresses.Read(emailField), passwordField ?? "");
        var faults = NewAccount.NotTried with
        {
            Name = name.IsEmpty ? texts["NameMissing"].Value
                : name.Length > Limits.Name ? texts["NameTooLong", Limits.Name, name.Length].Value
                : null,
            Email = email is null ? texts["EmailWrong"].Value : null,
            Password = Passwords.FaultIn(password, texts),
        };
        if (faults != NewAccount.NotTried) return faults;
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name.Value,
        };
        try
        {
            if (!await limit.AdmitAsync(Asking, token)) return NewAccount.NotTried with { Email = texts["SignInTooMany"] };
            var made = await signIn.UserManager.CreateAsync(user, password);
            if (!made.Succeeded)
            {
                if (made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)))
                    return NewAccount.NotTried with { Password = texts["PasswordPlain"] };
                limit.RecordFailure(Asking, token);
                return NewAccount.NotTried with { Email = texts["EmailTaken"] };
            }

            await signIn.SignInAsync(user, isPersistent: false);
            return new(new Actor.Account(new Id<User>(user.Id)));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return NewAccount.NotTried with { Whole = texts["NotStored"] };
        }
    }
}
