namespace DelingIPraksis.Web.Shell.Pages;

/// <summary>What the shell has to know about accounts; the folder that has them implements it.</summary>
internal interface ISignIn
{
    /// <summary>The address to sign in again at and come back from, or null for somebody who is signed in.</summary>
    /// <param name="back">The page to come back to, from the base of the service, without a slash in front.</param>
    ValueTask<string?> AddressAsync(string back);
}
