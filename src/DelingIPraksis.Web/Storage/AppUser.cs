using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Storage;

/// <summary>Somebody with an account: the <c>User</c> of the domain, by the same identity.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The name shown to others.</summary>
    public string DisplayName { get; set; } = "";
}
