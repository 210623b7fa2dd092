using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Storage;

/// <summary>An account: the <c>User</c> of the domain, with the same id.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The name shown to others.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether it is closed: no password, passkey or provider lets anybody in.</summary>
    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    public bool IsClosed => LockoutEnd == DateTimeOffset.MaxValue;
}
