namespace DelingIPraksis.Web.Shell.Pages;

/// <summary>What the shell needs from the accounts. The folder with the accounts implements it.</summary>
internal interface ISignIn
{
    /// <summary>The sign-in address that returns to a page. Null when the user is signed in.</summary>
    /// <param name="back">The page to return to, from the base of the service, without a slash in front.</param>
    ValueTask<string?> AddressAsync(string back);
}
